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

  /** Shows the preset that the settings are; when they are none, the model that was changed. */
  show(preset: Preset | undefined, model: string): void {
    const now = preset?.name ?? `${model}, changed`;
    if (now === this.shown) return;
    this.shown = now;
    fill(
      this.select,
      !preset && h('option', { value: '' }, now),
      ...this.live.map(p => h('option', { value: p.name }, p.name)),
    );
    this.select.value = preset?.name ?? '';
    fill(this.about, preset && h('span', {}, sentence(preset.shows)), preset && h('cite', {}, preset.source));
  }
}
