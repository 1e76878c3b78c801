import { h } from '../dom';
import { type Knob, written } from './knob';

/** A slider under a picture, with its symbol and value. */
export class Slider {
  private readonly input: HTMLInputElement;
  private readonly value = h('output', { class: 'value' });
  readonly element: HTMLElement;

  constructor(
    readonly knob: Knob,
    moved: (value: number) => void,
  ) {
    this.input = h('input', {
      type: 'range',
      min: knob.low,
      max: knob.high,
      step: knob.step,
      'aria-label': `${knob.symbol}, ${knob.words}`,
      oninput: () => moved(Number(this.input.value)),
    });
    this.element = h('label', { class: 'slider' }, h('b', {}, knob.symbol), this.input, this.value);
    this.show(knob.start);
  }

  show(value: number): void {
    const text = written(this.knob, value);
    if (Number(this.input.value) !== value) this.input.value = String(value);
    this.value.textContent = text;
    this.input.setAttribute('aria-valuetext', `${this.knob.symbol} = ${text}`);
  }
}
