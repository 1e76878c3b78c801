import { fill, h } from '../dom';
import { sentence } from '../format';
import type { Catalogue, Preset } from '../types';

/** The presets of the models small enough to run while a slider moves, with what the chosen one shows. */
export class Presets {
  private readonly select = h('select', { id: 'preset', onchange: () => this.chosen(this.select.value) });
  private readonly about = h('p', { class: 'shows' });
  readonly element = h(
    'div',
    {},
    h('div', { class: 'field' }, h('label', { for: 'preset' }, 'Preset'), this.select),
    this.about,
  );
  private readonly live: Preset[];
  private shown = '';

  constructor(
    catalogue: Catalogue,
    private readonly chosen: (name: string) => void,
  ) {
    const models = new Set(catalogue.models.filter(m => m.live).map(m => m.name));
    this.live = catalogue.presets.filter(p => models.has(p.model));
  }

  private back(name: string): HTMLElement {
    return h(
      'button',
      { type: 'button', class: 'quiet', onclick: () => this.chosen(name) },
      `Back to ${name}`,
    );
  }

  /** Shows the preset that the settings are; when they are none, that or the model which was changed, and the way back. */
  show(preset: Preset | undefined, origin: Preset | undefined, model: string): void {
    const now = preset?.name ?? `${origin?.name ?? model}, changed`;
    if (now === this.shown) return;
    this.shown = now;
    // What is below must not move under the hand that changes it.
    this.about.style.minHeight = preset ? '' : `${this.about.offsetHeight}px`;
    fill(
      this.select,
      !preset && h('option', { value: '' }, now),
      ...this.live.map(p => h('option', { value: p.name }, p.name)),
    );
    this.select.value = preset?.name ?? '';
    fill(
      this.about,
      preset && h('span', {}, sentence(preset.shows)),
      preset && h('cite', {}, preset.source),
      !preset && origin && this.back(origin.name),
    );
  }
}
