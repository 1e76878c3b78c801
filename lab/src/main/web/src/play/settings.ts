import { fill, h } from '../dom';
import { editable, number, symbol } from '../format';
import type { Model, Setting, Settings, Value } from '../types';
import { entered } from './entry';
import { position, type Scale, scaleFor, valueAt } from './scale';

const TICKS = 1000;

/** The band of learning rates at the edge of stability, drawn on the slider of η. */
export interface Band {
  low: number;
  high: number;
}

interface Row {
  show(value: Value): void;
  band?(band: Band | null): void;
}

/** A slider and a field for every setting of a model, made from its schema. */
export class SettingsPanel {
  readonly element = h('form', {
    class: 'settings',
    'aria-label': 'Settings',
    onsubmit: (e: Event) => e.preventDefault(),
  });
  private rows = new Map<string, Row>();

  constructor(private readonly changed: (name: string, value: Value) => void) {}

  /** Shows a model's settings; the sliders are centred on `centre`. */
  build(model: Model, settings: Settings, centre: Settings): void {
    this.rows = new Map();
    const start = model.settings.filter(s => s.start);
    const rest = model.settings.filter(s => !s.start);
    fill(
      this.element,
      h('fieldset', {}, h('legend', {}, 'Dynamics'), ...rest.map(s => this.row(s, settings, centre))),
      start.length > 0 &&
        h('fieldset', {}, h('legend', {}, 'Start'), ...start.map(s => this.row(s, settings, centre))),
    );
    this.show(settings);
  }

  /** Shows new values without rebuilding. */
  show(settings: Settings): void {
    for (const [name, value] of Object.entries(settings)) this.rows.get(name)?.show(value);
  }

  band(name: string, band: Band | null): void {
    this.rows.get(name)?.band?.(band);
  }

  private row(setting: Setting, settings: Settings, centre: Settings): HTMLElement {
    const value = settings[setting.name] ?? '';
    if (setting.kind !== 'text')
      return this.numeric(setting, Number(value), Number(centre[setting.name] ?? value));
    if (setting.name === 'clip') return this.clip(setting);
    const some = /^some of (.*) with commas between, or none$/.exec(setting.allowed)?.[1]?.split(',');
    return some ? this.some(setting, some) : this.text(setting);
  }

  private label(setting: Setting, id: string): HTMLElement {
    const sign = symbol(setting.name);
    return h(
      'label',
      { for: id, title: `${setting.name}: ${setting.description} (${setting.allowed})` },
      h('b', {}, sign),
      sign !== setting.name && h('code', {}, setting.name),
    );
  }

  private numeric(setting: Setting, value: number, centre: number): HTMLElement {
    const whole = setting.kind === 'integer';
    const id = `set-${setting.name}`;
    let scale: Scale = scaleFor(setting, centre, value);
    let band: Band | null = null;
    const slider = h('input', {
      type: 'range',
      min: 0,
      max: TICKS,
      step: 1,
      'aria-label': `${setting.name}, slider`,
      oninput: () => {
        const next = valueAt(scale, Number(slider.value) / TICKS, whole);
        field.value = editable(next);
        slider.setAttribute('aria-valuetext', number(next));
        this.changed(setting.name, next);
      },
    });
    const field = h('input', {
      id,
      type: 'text',
      inputmode: 'decimal',
      spellcheck: false,
      autocomplete: 'off',
      onchange: () => {
        const text = field.value.trim();
        // An emptied field gets its value back; what is no number goes to the server, whose answer says what is allowed.
        if (text === '') field.value = editable(value);
        else this.changed(setting.name, entered(text));
      },
    });
    const mark = h('span', { class: 'band', hidden: true });
    const place = () => {
      slider.value = String(Math.round(position(scale, value) * TICKS));
      mark.hidden = !band || band.high <= scale.low || band.low >= scale.high;
      if (!band || mark.hidden) return;
      const from = position(scale, Math.max(band.low, scale.low));
      mark.style.left = `${from * 100}%`;
      mark.style.width = `${(position(scale, Math.min(band.high, scale.high)) - from) * 100}%`;
      mark.title = `EoS window: ${number(band.low)} < ${setting.name} ≤ ${number(band.high)}`;
    };
    this.rows.set(setting.name, {
      show: v => {
        value = Number(v);
        scale = scaleFor(setting, centre, value);
        if (document.activeElement !== field || Number(field.value) !== value) field.value = editable(v);
        if (document.activeElement !== slider) place();
      },
      band: b => {
        band = b;
        place();
      },
    });
    return h(
      'div',
      { class: 'setting' },
      this.label(setting, id),
      h('span', { class: 'track' }, mark, slider),
      field,
    );
  }

  private clip(setting: Setting): HTMLElement {
    const id = `set-${setting.name}`;
    const usual: Record<string, string> = { floor: '1.81', step: '0.01', norm: '0.001' };
    const rule = h(
      'select',
      { id, onchange: () => ((amount.value = usual[rule.value] ?? ''), send()) },
      ...['floor', 'step', 'norm', 'none'].map(r => h('option', { value: r }, r)),
    );
    const amount = h('input', {
      type: 'text',
      inputmode: 'decimal',
      'aria-label': 'clip, constant',
      onchange: () => send(),
    });
    const send = () => this.changed('clip', rule.value === 'none' ? 'none' : `${rule.value} ${amount.value}`);
    this.rows.set(setting.name, {
      show: v => {
        const [name, c] = String(v).split(/\s+/);
        rule.value = name ?? 'none';
        amount.value = c ?? '';
        amount.hidden = rule.value === 'none';
      },
    });
    return h(
      'div',
      { class: 'setting' },
      this.label(setting, id),
      h('span', { class: 'track' }, rule),
      amount,
    );
  }

  /** A box to tick for each word of a setting that takes several. */
  private some(setting: Setting, words: string[]): HTMLElement {
    const boxes = words.map(value => h('input', { type: 'checkbox', value, onchange: () => send() }));
    const send = () => {
      const ticked = boxes.filter(b => b.checked).map(b => b.value);
      this.changed(setting.name, ticked.join(',') || 'none');
    };
    this.rows.set(setting.name, {
      show: v => {
        const ticked = String(v).split(',');
        for (const box of boxes) box.checked = ticked.includes(box.value);
      },
    });
    const id = `set-${setting.name}`;
    return h(
      'div',
      { class: 'setting wide' },
      this.label(setting, id),
      h(
        'span',
        { id, class: 'boxes', role: 'group', 'aria-label': setting.name },
        ...boxes.map(box => h('label', {}, box, box.value)),
      ),
    );
  }

  private text(setting: Setting): HTMLElement {
    const id = `set-${setting.name}`;
    const words = /^one of (.*)$/.exec(setting.allowed)?.[1]?.split(', ');
    const field = words
      ? h('select', { id }, ...words.map(w => h('option', { value: w }, w)))
      : h('input', { id, type: 'text', spellcheck: false });
    field.addEventListener('change', () => this.changed(setting.name, field.value));
    this.rows.set(setting.name, { show: v => (field.value = String(v)) });
    return h('div', { class: 'setting wide' }, this.label(setting, id), field);
  }
}
