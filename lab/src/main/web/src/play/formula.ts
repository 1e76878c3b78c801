import { message, post, superseded } from '../api';
import { fill, h } from '../dom';
import type { Schema, Settings, Value } from '../types';
import { placeOf, reason } from './place';

/** How long the keys rest before a text is read, in milliseconds. */
const REST = 150;

/** A text that names settings, such as a formula: it is read while it is typed, and what is wrong with it is shown at its place. */
export class FormulaField {
  private readonly field = h('textarea', {
    id: 'set-formula',
    rows: 2,
    spellcheck: false,
    autocomplete: 'off',
    autocapitalize: 'off',
    'aria-describedby': 'formula-wrong',
    oninput: () => this.later(),
  });
  private readonly name = h('label', { for: 'set-formula' });
  private readonly wrong = h('div', { id: 'formula-wrong', class: 'wrong', role: 'alert', hidden: true });
  readonly element = h('div', { class: 'formula', hidden: true }, this.name, this.field, this.wrong);
  private setting = '';
  private timer = 0;

  /**
   * @param record the experiment on the screen
   * @param read what comes of another text
   */
  constructor(
    private readonly record: () => Record<string, Value>,
    private readonly read: (schema: Schema) => void,
  ) {}

  /** Shows the text of these settings, unless it is being typed. */
  show(setting: string | null, settings: Settings, description = ''): void {
    this.setting = setting ?? '';
    this.element.hidden = setting === null;
    if (setting === null) return;
    const text = String(settings[setting] ?? '');
    this.name.textContent = setting === 'loss' ? 'Loss' : setting;
    this.name.title = description;
    if (document.activeElement === this.field && this.field.value.trim() === text.trim()) return;
    this.field.value = text;
    this.say('');
  }

  /** Asks what the settings of an experiment are whose text is this one or another. */
  async ask(changes: Settings = {}, without: string[] = []): Promise<void> {
    const before = this.record();
    const experiment: Record<string, Value> = { ...before, ...changes };
    for (const name of without) delete experiment[name];
    try {
      const schema = await post<Schema>('/api/schema', { experiment });
      const now = this.record();
      // Another preset was chosen meanwhile.
      if (now.model !== before.model || now[this.setting] !== before[this.setting]) return;
      this.say('');
      this.read({ ...schema, values: moved(schema.values, before, now) });
    } catch (error) {
      if (!superseded(error)) this.say(message(error), String(experiment[this.setting]));
    }
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask({ [this.setting]: this.field.value }), REST);
  }

  private say(refusal: string, text = ''): void {
    this.wrong.hidden = refusal === '';
    this.field.setAttribute('aria-invalid', String(refusal !== ''));
    const place = placeOf(text, refusal);
    fill(
      this.wrong,
      place && h('code', {}, place.before, h('mark', {}, place.at), place.after),
      refusal && h('span', {}, reason(text, this.setting, refusal)),
    );
  }
}

/** The values, and of the settings that a hand has changed since they were asked for, its own. */
export function moved(values: Settings, before: Record<string, Value>, now: Record<string, Value>): Settings {
  const kept = Object.keys(values).filter(
    name => name in before && name in now && before[name] !== now[name],
  );
  return { ...values, ...Object.fromEntries(kept.map(name => [name, now[name]!])) };
}
