import { fill, h, icon } from '../dom';
import { editable, number, symbol } from '../format';
import type { Model, Setting, Settings, Value } from '../types';
import { acts, further } from './acts';
import { entered } from './entry';
import { position, type Scale, scaleFor, valueAt } from './scale';

const TICKS = 1000;

const LOCKED = 'M5 7V5a3 3 0 0 1 6 0v2h1v7H4V7zM6.5 7h3V5a1.5 1.5 0 0 0-3 0z';
const OPEN = 'M5 7V5a3 3 0 0 1 5.8-1l-1.4.5A1.5 1.5 0 0 0 6.5 5v2H12v7H4V7zM5.5 8.5v4h5v-4z';

/** The band of learning rates at the edge of stability, drawn on the slider of η. */
export interface Band {
  low: number;
  high: number;
}

interface Row {
  /** Whether it is on the panel under these values. */
  present?(values: Settings): void;
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
  private opened = false;

  /** @param held a parameter that a text names is to be a constant, or a constant a parameter, where that can be */
  constructor(
    private readonly changed: (name: string, value: Value) => void,
    private readonly held?: (setting: Setting) => void,
  ) {}

  /** Shows a model's settings; the sliders are centred on `centre`. */
  build(model: Model, settings: Settings, centre: Settings): void {
    this.rows = new Map();
    const shown = model.settings.filter(s => s.name !== model.naming);
    const start = shown.filter(s => s.start);
    const constants = shown.filter(s => s.section === 'constants');
    const rest = shown.filter(s => !start.includes(s) && !constants.includes(s));
    const under = rest.filter(s => further(s, rest) && String(settings[s.name]) === String(s.default));
    const make = (group: Setting[]) => group.map(s => this.present(s, this.row(s, settings, centre, model)));
    const group = (title: string, members: Setting[]) =>
      members.length > 0 && h('fieldset', {}, h('legend', {}, title), ...make(members));
    fill(
      this.element,
      group(
        'Dynamics',
        rest.filter(s => !under.includes(s)),
      ),
      group('Start', start),
      group('Constants', constants),
      under.length > 0 && this.fold(make(under)),
    );
    this.show(settings);
  }

  /** Shows new values without rebuilding. */
  show(settings: Settings): void {
    for (const [name, value] of Object.entries(settings)) this.rows.get(name)?.show(value);
    for (const row of this.rows.values()) row.present?.(settings);
  }

  band(name: string, band: Band | null): void {
    this.rows.get(name)?.band?.(band);
  }

  /** The settings that are seldom wanted; it stays open when another model is chosen. */
  private fold(rows: HTMLElement[]): HTMLElement {
    const fold = h(
      'details',
      { class: 'fold', open: this.opened, ontoggle: () => (this.opened = fold.open) },
      h('summary', {}, 'More settings'),
      ...rows,
    );
    return fold;
  }

  /** A row that is there only while its setting acts. */
  private present(setting: Setting, element: HTMLElement): HTMLElement {
    const row = this.rows.get(setting.name);
    if (row) row.present = values => (element.hidden = !acts(setting, values));
    return element;
  }

  private row(setting: Setting, settings: Settings, centre: Settings, model: Model): HTMLElement {
    const value = settings[setting.name] ?? '';
    if (setting.kind !== 'text') {
      const row = this.numeric(setting, Number(value), Number(centre[setting.name] ?? value));
      const named = model.naming !== null && (setting.start || setting.section === 'constants');
      if (named && this.held) row.append(this.hold(setting));
      return row;
    }
    const rules = [...setting.allowed.matchAll(/\b(floor|step|norm) [A-Z]+/g)].map(m => m[1]!);
    if (/(^|\.)clip$/.test(setting.name) && rules.length > 0) return this.clip(setting, rules);
    const some = /^some of (.*) with commas between, or none$/.exec(setting.allowed)?.[1]?.split(',');
    return some ? this.some(setting, some) : this.text(setting);
  }

  private label(setting: Setting, id: string): HTMLElement {
    const sign = symbol(plainName(setting));
    return h(
      'label',
      { for: id, title: `${setting.name}: ${setting.description} (${setting.allowed})` },
      h('b', {}, sign),
      sign !== setting.name && !named(setting) && h('code', {}, setting.name),
    );
  }

  /** Makes a parameter a constant, or the other way round. */
  private hold(setting: Setting): HTMLElement {
    const title = setting.start
      ? `hold ${plainName(setting)} constant`
      : `make ${plainName(setting)} a parameter again`;
    return h(
      'button',
      { type: 'button', class: 'hold', title, 'aria-label': title, onclick: () => this.held?.(setting) },
      icon(setting.start ? OPEN : LOCKED),
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

  private clip(setting: Setting, rules: string[]): HTMLElement {
    const id = `set-${setting.name}`;
    const norm = rules.length > 1 ? '0.001' : '1';
    const usual: Record<string, string> = { floor: '1.81', step: '0.01', norm };
    const rule = h(
      'select',
      { id, onchange: () => ((amount.value = usual[rule.value] ?? ''), send()) },
      ...[...rules, 'none'].map(r => h('option', { value: r }, r)),
    );
    const amount = h('input', {
      type: 'text',
      inputmode: 'decimal',
      'aria-label': `${setting.name}, constant`,
      onchange: () => send(),
    });
    const send = () =>
      this.changed(setting.name, rule.value === 'none' ? 'none' : `${rule.value} ${amount.value}`);
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

/** Whether its name has its section before it. */
function named(setting: Setting): boolean {
  return setting.section !== '' && setting.name.startsWith(`${setting.section}.`);
}

/** The name without its section. */
function plainName(setting: Setting): string {
  return named(setting) ? setting.name.slice(setting.section.length + 1) : setting.name;
}
