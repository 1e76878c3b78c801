import { message, post } from '../api';
import { fill, h } from '../dom';
import { number, sentence } from '../format';
import { SettingsPanel } from '../play/settings';
import type { Catalogue, LiveRun, Settings } from '../types';

/** Starts a run: a preset, and what to change in it. */
export class Launcher {
  private readonly preset = h('select', { id: 'watch-preset', onchange: () => this.choose() });
  private readonly about = h('p', { class: 'shows' });
  private readonly problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  private readonly settings = new SettingsPanel(
    (name, value) => {
      this.values[name] = value;
      this.settings.show(this.values);
    },
    undefined,
    true,
  );
  private readonly start = h(
    'button',
    { type: 'button', class: 'primary', onclick: () => void this.launch() },
    'Start',
  );
  readonly element = h(
    'aside',
    { class: 'controls', 'aria-label': 'Start a run' },
    h('div', { class: 'field' }, h('label', { for: 'watch-preset' }, 'Preset'), this.preset),
    this.about,
    this.problem,
    h('div', { class: 'row end' }, this.start),
    this.settings.element,
  );
  private values: Settings = {};

  constructor(
    private readonly catalogue: Catalogue,
    private readonly started: (run: LiveRun) => void,
  ) {
    fill(this.preset, ...catalogue.presets.map(p => h('option', { value: p.name }, p.name)));
    this.choose();
  }

  private choose(): void {
    const preset = this.catalogue.presets.find(p => p.name === this.preset.value);
    const model = this.catalogue.models.find(m => m.name === preset?.model);
    if (!preset || !model) return;
    this.values = { ...preset.settings };
    fill(
      this.about,
      h('span', {}, sentence(preset.shows)),
      h('cite', {}, `${preset.source} · about ${number(preset.seconds, 2)} s`),
    );
    this.settings.build(model, this.values, preset.settings);
  }

  /** Starts a preset as it is. */
  async watch(preset: string): Promise<void> {
    this.preset.value = preset;
    this.choose();
    await this.launch();
  }

  private async launch(): Promise<void> {
    this.problem.hidden = true;
    this.start.disabled = true;
    try {
      this.started(await post<LiveRun>('/api/live', { preset: this.preset.value, set: this.values }));
    } catch (error) {
      this.problem.textContent = message(error);
      this.problem.hidden = false;
    } finally {
      this.start.disabled = false;
    }
  }
}
