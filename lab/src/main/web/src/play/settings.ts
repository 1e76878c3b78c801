import { fill, h, icon } from '../dom';
import { symbol } from '../format';
import type { Model, Setting, Settings, Value } from '../types';
import { acts, further } from './acts';
import { Help } from './help';
import { type Band, Slider } from './slider';
import { plainName, settingName } from './speech';

const LOCKED = 'M5 7V5a3 3 0 0 1 6 0v2h1v7H4V7zM6.5 7h3V5a1.5 1.5 0 0 0-3 0z';
const OPEN = 'M5 7V5a3 3 0 0 1 5.8-1l-1.4.5A1.5 1.5 0 0 0 6.5 5v2H12v7H4V7zM5.5 8.5v4h5v-4z';

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
  private readonly help = new Help();
  private rows = new Map<string, Row>();
  private opened = false;

  /**
   * @param held a parameter that a text names is to be a constant, or a constant a parameter, where that can be
   * @param explained whether a sentence below each setting says what it is, in place of a line for the one pointed at
   */
  constructor(
    private readonly changed: (name: string, value: Value) => void,
    private readonly held?: (setting: Setting) => void,
    private readonly explained = false,
  ) {}

  /** Shows a model's settings; the sliders are centred on `centre`. */
  build(model: Model, settings: Settings, centre: Settings): void {
    this.rows = new Map();
    this.help.clear();
    const shown = model.settings.filter(s => s.name !== model.naming);
    const start = shown.filter(s => s.start);
    const constants = shown.filter(s => s.section === 'constants');
    const rest = shown.filter(s => !start.includes(s) && !constants.includes(s));
    // Where each is explained, those that are wanted first come first, whatever the preset has of the others.
    const usual = (s: Setting) => this.explained || String(settings[s.name]) === String(s.default);
    const under = rest.filter(s => further(s, rest) && usual(s));
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
      !this.explained && this.help.element,
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
    const id = this.explained ? `about-${setting.name}` : this.help.explain(element, setting);
    if (this.explained) element.append(h('small', { id, class: 'sentence' }, setting.description));
    for (const control of element.querySelectorAll('input, select, [role=group]'))
      control.setAttribute('aria-describedby', id);
    return element;
  }

  private row(setting: Setting, settings: Settings, centre: Settings, model: Model): HTMLElement {
    const value = settings[setting.name] ?? '';
    if (setting.kind !== 'text') {
      const slider = new Slider(
        setting,
        { value: Number(value), centre: Number(centre[setting.name] ?? value) },
        this.label(setting, `set-${setting.name}`),
        next => this.changed(setting.name, next),
      );
      this.rows.set(setting.name, slider);
      const row = slider.element;
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
    // A word that is chosen has no symbol: the kind of loss is not L.
    const sign = setting.kind === 'text' ? plainName(setting) : symbol(plainName(setting));
    return h(
      'label',
      { for: id },
      h('b', {}, sign),
      sign !== plainName(setting) && sign !== setting.name && h('code', {}, setting.name),
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

  private clip(setting: Setting, rules: string[]): HTMLElement {
    const id = `set-${setting.name}`;
    const norm = rules.length > 1 ? '0.001' : '1';
    const usual: Record<string, string> = { floor: '1.81', step: '0.01', norm };
    const rule = h(
      'select',
      {
        id,
        'aria-label': settingName(setting),
        onchange: () => ((amount.value = usual[rule.value] ?? ''), send()),
      },
      ...[...rules, 'none'].map(r => h('option', { value: r }, r)),
    );
    const amount = h('input', {
      type: 'text',
      inputmode: 'decimal',
      'aria-label': `${settingName(setting)}: constant`,
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
        { id, class: 'boxes', role: 'group', 'aria-label': settingName(setting) },
        ...boxes.map(box => h('label', {}, box, box.value)),
      ),
    );
  }

  private text(setting: Setting): HTMLElement {
    const id = `set-${setting.name}`;
    const words = /^one of (.*)$/.exec(setting.allowed)?.[1]?.split(', ');
    const name = { id, 'aria-label': settingName(setting) };
    const field = words
      ? h('select', name, ...words.map(w => h('option', { value: w }, w)))
      : h('input', { ...name, type: 'text', spellcheck: false });
    field.addEventListener('change', () => this.changed(setting.name, field.value));
    this.rows.set(setting.name, { show: v => (field.value = String(v)) });
    return h('div', { class: 'setting wide' }, this.label(setting, id), field);
  }
}
