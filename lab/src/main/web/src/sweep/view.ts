import { post, superseded } from '../api';
import { fill, h } from '../dom';
import { words } from '../format';
import { Legend } from '../play/legend';
import { savePicture } from '../plot/picture';
import { onTheme } from '../plot/theme';
import { saveReport } from '../report';
import { save } from '../save';
import { takeHome } from '../takehome';
import type { Catalogue, Preset } from '../types';
import { type Columns, Diagram, REGIMES, regimeColour } from './diagram';
import { choices, fromPreset, fromQuery, type Side, sideOf, type SweepState, toQuery } from './state';

const HIDDEN = new Set(['index', 'outcome', 'steps']);

/** Sweep: a phase diagram of two settings; a click opens that cell's run in Play. */
export class SweepView {
  readonly element: HTMLElement;
  private state: SweepState;
  private columns: Columns = {};
  private readonly diagram = new Diagram((x, y) => this.openCell(x, y));
  private readonly legend = new Legend();
  private readonly column = h('select', {
    'aria-label': 'Column',
    onchange: () => this.pick(this.column.value),
  });
  private readonly form = h('form', {
    class: 'settings',
    onsubmit: (e: Event) => (e.preventDefault(), void this.run()),
  });
  private readonly status = h('p', { class: 'note', role: 'status' });
  private readonly problem = h('p', { class: 'problem', role: 'alert', hidden: true });

  constructor(
    private readonly catalogue: Catalogue,
    query: URLSearchParams,
  ) {
    this.state = fromQuery(query, catalogue);
    const menu = takeHome({
      'Picture (SVG)': () => savePicture(this.diagram.plot, 'svg', 'sweep'),
      'Picture (PNG)': () => savePicture(this.diagram.plot, 'png', 'sweep'),
      'Rows (CSV)': async () => save('sweep.csv', this.csv(), 'text/csv'),
      'Sweep file (YAML)': async () =>
        save('sweep.yaml', JSON.stringify(this.contents(), null, 2), 'application/yaml'),
      'Report (HTML)': () => this.report(),
    });
    this.element = h(
      'div',
      { class: 'watch sweep' },
      h('aside', { class: 'controls', 'aria-label': 'Sweep' }, this.form, this.problem),
      h(
        'section',
        { class: 'charts', 'aria-label': 'Phase diagram' },
        h(
          'div',
          { class: 'row' },
          h('h2', {}, 'Phase diagram'),
          this.column,
          h('span', { class: 'grow' }),
          menu,
        ),
        this.legend.element,
        this.diagram.element,
        this.status,
      ),
    );
    onTheme(() => this.element.isConnected && void this.draw());
  }

  shown(query: URLSearchParams): void {
    if (query.size > 0) this.state = fromQuery(query, this.catalogue);
    this.build();
    void this.run();
  }

  hidden(): void {}

  private get preset(): Preset {
    return this.catalogue.presets.find(p => p.name === this.state.preset)!;
  }

  private build(): void {
    const presets = this.catalogue.presets.filter(
      p => this.catalogue.models.find(m => m.name === p.model)?.live,
    );
    const preset = h(
      'select',
      {
        id: 'sweep-preset',
        onchange: () => {
          this.state = fromPreset(
            this.catalogue,
            presets.find(p => p.name === preset.value)!,
          );
          this.build();
          void this.run();
        },
      },
      ...presets.map(p => h('option', { value: p.name }, p.name)),
    );
    preset.value = this.state.preset;
    fill(
      this.form,
      h('div', { class: 'field' }, h('label', { for: 'sweep-preset' }, 'Preset'), preset),
      this.side('x', this.state.x),
      this.side('y', this.state.y),
      h(
        'fieldset',
        {},
        h('legend', {}, 'Size'),
        this.size('points', 'points a side'),
        this.size('steps', 'steps a run'),
      ),
      h('div', { class: 'row end' }, h('button', { type: 'submit', class: 'primary' }, 'Draw')),
    );
  }

  private side(which: 'x' | 'y', side: Side): HTMLElement {
    const settings = choices(this.catalogue, this.preset);
    const setting = h(
      'select',
      {
        'aria-label': `${which} axis`,
        onchange: () => {
          this.state[which] = sideOf(
            settings.find(s => s.name === setting.value)!,
            this.preset,
          );
          this.build();
        },
      },
      ...settings.map(s => h('option', { value: s.name }, words(s.name))),
    );
    setting.value = side.name;
    const end = (key: 'from' | 'to') => {
      const field = h('input', {
        type: 'text',
        inputmode: 'decimal',
        'aria-label': `${which} axis, ${key}`,
        value: Number(side[key].toPrecision(5)),
        onchange: () => (side[key] = Number(field.value)),
      });
      return field;
    };
    return h(
      'fieldset',
      {},
      h('legend', {}, `${which === 'x' ? 'Horizontal' : 'Vertical'}${side.log ? ', logarithmic' : ''}`),
      h('div', { class: 'row sides' }, setting, end('from'), h('span', {}, 'to'), end('to')),
    );
  }

  private size(key: 'points' | 'steps', label: string): HTMLElement {
    const field = h('input', {
      id: `sweep-${key}`,
      type: 'text',
      inputmode: 'numeric',
      value: this.state[key],
      onchange: () => (this.state[key] = Number(field.value)),
    });
    return h('div', { class: 'field' }, h('label', { for: `sweep-${key}` }, label), field);
  }

  /** The contents of the sweep file that this diagram is. */
  private contents(): Record<string, unknown> {
    const { x, y, points, steps } = this.state;
    const side = (s: Side) => ({ from: s.from, to: s.to, points, scale: s.log ? 'log' : 'linear' });
    return {
      preset: this.state.preset,
      steps,
      sweep: { design: 'grid', axes: { [x.name]: side(x), [y.name]: side(y) } },
    };
  }

  private async run(): Promise<void> {
    history.replaceState(null, '', `#/sweep?${toQuery(this.state)}`);
    this.problem.hidden = true;
    this.status.textContent = 'running …';
    const began = performance.now();
    try {
      this.columns = (await post<{ columns: Columns }>('/api/sweep', { sweep: this.contents() })).columns;
    } catch (error) {
      if (superseded(error)) return;
      this.problem.textContent = error instanceof Error ? error.message : String(error);
      this.problem.hidden = false;
      this.status.textContent = '';
      return;
    }
    const runs = this.columns.index?.length ?? 0;
    this.status.textContent = `${runs} runs in ${Math.round(performance.now() - began)} ms. Click on a cell to open its run in Play.`;
    const offered = Object.keys(this.columns).filter(
      c => !HIDDEN.has(c) && c !== this.state.x.name && c !== this.state.y.name,
    );
    fill(this.column, ...offered.map(c => h('option', { value: c }, c)));
    if (!offered.includes(this.state.column)) this.state.column = 'regime';
    await this.draw();
  }

  private pick(column: string): void {
    this.state.column = column;
    history.replaceState(null, '', `#/sweep?${toQuery(this.state)}`);
    void this.draw();
  }

  private async draw(): Promise<void> {
    this.column.value = this.state.column;
    const regimes = this.state.column === 'regime';
    this.legend.show(
      regimes ? REGIMES.map((text, i) => ({ colour: regimeColour(i), text, area: true })) : [],
    );
    await this.diagram.draw(this.columns, this.state);
  }

  private openCell(x: number, y: number): void {
    const query = new URLSearchParams({ preset: this.state.preset, steps: String(this.state.steps) });
    query.set(this.state.x.name, String(x));
    query.set(this.state.y.name, String(y));
    location.hash = `#/play?${query.toString()}`;
  }

  private csv(): string {
    const names = Object.keys(this.columns);
    const rows = (this.columns.index ?? []).map((_, i) =>
      names.map(n => this.columns[n]?.[i] ?? '').join(','),
    );
    return [names.join(','), ...rows, ''].join('\n');
  }

  private report(): Promise<void> {
    const yaml = JSON.stringify(this.contents(), null, 2);
    const text = [
      `${this.state.column} of ${this.columns.index?.length ?? 0} runs around ${this.state.preset}.`,
    ];
    const report = {
      title: 'Phase diagram',
      text,
      yaml,
      pictures: [this.diagram.plot],
      space: null,
      tables: [],
    };
    return saveReport(report, 'sweep');
  }
}
