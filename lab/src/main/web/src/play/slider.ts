import { h, icon } from '../dom';
import { editable, number } from '../format';
import type { Setting, Value } from '../types';
import { entered } from './entry';
import { position, type Scale, scaleFor, valueAt } from './scale';
import { placeIn, settingName, valueText } from './speech';

const TICKS = 1000;

const BACK = 'M5.500 3 2 6.500 5.500 10V7.500H9a2.500 2.500 0 0 1 0 5H6V14h3a4 4 0 0 0 0-8H5.500z';

/** The band of learning rates at the edge of stability, drawn on the slider of η. */
export interface Band {
  low: number;
  high: number;
}

/** A setting that is a number: a slider, a field, and the way back to the value that it started from. */
export class Slider {
  readonly element: HTMLElement;
  private readonly slider: HTMLInputElement;
  private readonly field: HTMLInputElement;
  private readonly back: HTMLButtonElement;
  private readonly mark = h('span', { class: 'band', hidden: true });
  private value: number;
  private readonly centre: number;
  private scale: Scale;
  private eos: Band | null = null;

  /**
   * @param around the value, and that which the scale is centred on
   * @param label names the field
   */
  constructor(
    private readonly setting: Setting,
    around: { value: number; centre: number },
    label: HTMLElement,
    private readonly changed: (value: Value) => void,
  ) {
    this.value = around.value;
    this.centre = around.centre;
    this.scale = scaleFor(setting, this.centre, this.value);
    this.slider = h('input', {
      type: 'range',
      min: 0,
      max: TICKS,
      step: 1,
      'aria-label': settingName(setting),
      oninput: () => this.slid(),
    });
    this.field = h('input', {
      id: `set-${setting.name}`,
      type: 'text',
      inputmode: 'decimal',
      'aria-label': `${settingName(setting)}: value`,
      spellcheck: false,
      autocomplete: 'off',
      onchange: () => this.typed(),
    });
    const title = `back to ${valueText(setting, this.centre)}`;
    const reset = () => {
      this.changed(this.centre);
      this.slider.focus();
    };
    this.back = h('button', { type: 'button', class: 'back', title, onclick: reset }, icon(BACK));
    this.back.setAttribute('aria-label', title);
    this.element = h(
      'div',
      { class: 'setting' },
      h('span', { class: 'name' }, label, this.back),
      h('span', { class: 'track' }, this.mark, this.slider),
      this.field,
    );
  }

  show(value: Value): void {
    this.value = Number(value);
    this.scale = scaleFor(this.setting, this.centre, this.value);
    const { field, slider } = this;
    if (document.activeElement !== field || Number(field.value) !== this.value) field.value = editable(value);
    this.say(typeof value === 'string' ? value : this.value);
    this.back.hidden = this.value === this.centre;
    // A hand that is on the slider has put it there itself.
    if (document.activeElement !== slider || this.sliderValue() !== this.value) this.place();
  }

  band(eos: Band | null): void {
    this.eos = eos;
    this.say(this.value);
    this.place();
  }

  private sliderValue(): number {
    return valueAt(this.scale, Number(this.slider.value) / TICKS, this.setting.kind === 'integer');
  }

  private slid(): void {
    const next = this.sliderValue();
    this.field.value = editable(next);
    this.say(next);
    this.changed(next);
  }

  /** An emptied field gets its value back; what is no number goes to the server, whose answer says what is allowed. */
  private typed(): void {
    const text = this.field.value.trim();
    if (text === '') this.field.value = editable(this.value);
    else this.changed(entered(text));
  }

  private say(value: Value): void {
    const about = placeIn(this.eos, Number(value));
    this.slider.setAttribute('aria-valuetext', valueText(this.setting, value, about));
  }

  private place(): void {
    const { scale, mark, eos, slider } = this;
    slider.value = String(Math.round(position(scale, this.value) * TICKS));
    mark.hidden = !eos || eos.high <= scale.low || eos.low >= scale.high;
    if (!eos || mark.hidden) return;
    const from = position(scale, Math.max(eos.low, scale.low));
    mark.style.left = `${from * 100}%`;
    mark.style.width = `${(position(scale, Math.min(eos.high, scale.high)) - from) * 100}%`;
    mark.title = `EoS window: ${number(eos.low)} < ${this.setting.name} ≤ ${number(eos.high)}`;
  }
}
