import { h } from '../dom';
import type { Setting } from '../types';
import { settingName } from './speech';

/** What the setting is that has the keyboard or the pointer, in a line below them all; a screen reader reads it with the control. */
export class Help {
  private readonly line = h('p', { class: 'help', 'aria-hidden': true }, PROMPT);
  private readonly texts = h('div', { hidden: true });
  readonly element = h('div', {}, this.line, this.texts);
  private ids = 0;
  /** What has the keyboard, shown again when the pointer has left. */
  private focused = '';

  /** Forgets all settings. */
  clear(): void {
    this.texts.replaceChildren();
    this.focused = '';
    this.say('');
  }

  /** Explains the setting of a row; returns the id of what describes its controls. */
  explain(row: HTMLElement, setting: Setting): string {
    const id = `help-${++this.ids}-${setting.name}`;
    this.texts.append(h('span', { id }, `${setting.description}; ${setting.allowed}`));
    const text = `${settingName(setting)}: ${setting.allowed}`;
    row.addEventListener('pointerenter', () => this.say(text));
    row.addEventListener('pointerleave', () => this.say(this.focused));
    row.addEventListener('focusin', () => this.say((this.focused = text)));
    row.addEventListener('focusout', () => (this.focused = ''));
    return id;
  }

  private say(text: string): void {
    this.line.textContent = text || PROMPT;
    this.line.classList.toggle('prompt', text === '');
  }
}

const PROMPT = 'Point at a setting, or go to it, to read what it is.';
