import { get, message, post, superseded } from '../api';
import { fill, h } from '../dom';
import { number, words } from '../format';
import { Latest } from '../latest';
import type { Range } from '../plot/description';
import { savePicture } from '../plot/picture';
import { Stack } from '../plot/stack';
import { stretch } from '../plot/stretch';
import { onTheme, palette } from '../plot/theme';
import { saveReport } from '../report';
import { saveFile } from '../save';
import { takeHome } from '../takehome';
import type { RunColumns, RunDetail, RunRow } from '../types';
import { overlay, stepsIn, type Shown } from './overlay';
import { type CompareState, fromQuery, toQuery } from './state';
import { RunTable } from './table';

/** Compare: the store's runs in a table, and the chosen ones over each other. */
export class CompareView {
  readonly element = h('div', { class: 'compare' });
  private state: CompareState;
  private runs: RunRow[] = [];
  private overlaid: Shown[] = [];
  private details = new Map<string, RunDetail>();
  private readonly table = new RunTable(
    change => this.change(change),
    id => this.colour(id),
  );
  private readonly overlay = new Stack('overlay', 'one column of the chosen runs', {
    zoomed: range => {
      this.zoom = range;
      this.show();
      this.loads.ask();
    },
  });
  private zoom: Range | null = null;
  private readonly loads = new Latest(() =>
    this.loadRows().then(
      () => this.show(),
      error => this.fail(error),
    ),
  );
  private readonly column = h('select', {
    'aria-label': 'Column',
    onchange: () => this.change({ column: this.column.value }),
  });
  private readonly axis = choice('x axis', ['step', 'time'], v =>
    this.change({ axis: v as 'step' | 'time' }),
  );
  private readonly scale = choice('y axis', ['linear', 'log'], v =>
    this.change({ scale: v as 'linear' | 'log' }),
  );
  private readonly problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  private readonly hint = h('p', { class: 'note' });

  constructor(query: URLSearchParams) {
    this.state = fromQuery(query);
    const bar = h(
      'div',
      { class: 'row' },
      h('h2', {}, 'Overlay'),
      this.column,
      this.axis.element,
      this.scale.element,
      h('span', { class: 'grow' }),
      takeHome({
        'Picture (SVG)': () => savePicture(this.overlay.picture(), 'svg', 'compare'),
        'Picture (PNG)': () => savePicture(this.overlay.picture(), 'png', 'compare'),
        'Columns of each run (CSV)': () => this.saveEach('csv'),
        'Experiment of each run (YAML)': () => this.saveEach('yaml'),
        'Report (HTML)': () => this.report(),
      }),
    );
    fill(
      this.element,
      h(
        'section',
        { class: 'card', 'aria-label': 'Overlay' },
        bar,
        this.problem,
        this.hint,
        h('div', { class: 'plotbox medium' }, this.overlay.element),
      ),
      this.table.element,
    );
    onTheme(() => this.element.isConnected && void this.draw());
  }

  shown(query: URLSearchParams): void {
    if (query.size > 0) this.state = fromQuery(query);
    void this.load();
  }

  hidden(): void {}

  /** The runs have changed: a run was finished. */
  refresh(): void {
    if (this.element.isConnected) void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.runs = (await get<{ runs: RunRow[] }>('/api/runs')).runs;
      const known = new Set(this.runs.map(r => r.id));
      this.state.runs = this.state.runs.filter(id => known.has(id));
      if (this.state.runs.length === 0) this.state.runs = this.runs.slice(0, 2).map(r => r.id);
      this.say('');
      await this.draw();
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    if (!superseded(error)) this.say(message(error));
  }

  private change(change: Partial<CompareState>): void {
    Object.assign(this.state, change);
    if ('axis' in change || 'runs' in change) this.zoom = null;
    void this.draw().catch((error: unknown) => this.fail(error));
  }

  private async draw(): Promise<void> {
    const s = this.state;
    this.table.show(this.runs, s);
    this.axis.show(s.axis);
    this.scale.show(s.scale);
    history.replaceState(null, '', `#/compare?${toQuery(s)}`);
    await this.offerColumns();
    await this.loadRows();
    this.hint.textContent = s.runs.length === 0 ? 'Tick runs in the table to draw them over each other.' : '';
    this.show();
  }

  /** Loads the rows on the screen. */
  private async loadRows(): Promise<void> {
    const { runs, axis, column } = this.state;
    const before = new Map(this.overlaid.map(run => [run.id, run]));
    this.overlaid = await Promise.all(
      runs.map(async id => ({
        id,
        label: this.label(id),
        columns: await post<RunColumns>(`/api/runs/${id}/columns`, {
          columns: [column, 'time'],
          ...stretch(stepsIn(before.get(id), axis, this.zoom), this.overlay.pixels),
        }),
      })),
    );
  }

  private show(): void {
    this.overlay.draw(overlay(this.overlaid, this.state, this.zoom));
  }

  /** The columns that all the chosen runs have. */
  private async offerColumns(): Promise<void> {
    for (const id of this.state.runs) {
      if (!this.details.has(id)) this.details.set(id, await get<RunDetail>(`/api/runs/${id}`));
    }
    const lists = this.state.runs.map(id => this.details.get(id)?.columns ?? []);
    const common = (lists[0] ?? ['sharpness', 'loss']).filter(c => lists.every(l => l.includes(c)));
    const offered = common.filter(c => c !== 'step' && c !== 'time');
    fill(this.column, ...offered.map(c => h('option', { value: c }, words(c))));
    if (!offered.includes(this.state.column)) this.state.column = offered[0] ?? 'sharpness';
    this.column.value = this.state.column;
  }

  private label(id: string): string {
    const run = this.runs.find(r => r.id === id);
    return run ? `${run.name}, η = ${number(Number(run.settings.eta))}` : id;
  }

  private colour(id: string): string | undefined {
    const i = this.state.runs.indexOf(id);
    const { series } = palette();
    return i < 0 ? undefined : series[i % series.length];
  }

  private async saveEach(kind: 'csv' | 'yaml'): Promise<void> {
    for (const id of this.state.runs) await saveFile(`/api/runs/${id}/${kind}`, `${id}.${kind}`);
  }

  private async report(): Promise<void> {
    const yamls = await Promise.all(
      this.state.runs.map(async id => `# ${id}\n${await (await fetch(`/api/runs/${id}/yaml`)).text()}`),
    );
    await saveReport(
      {
        title: `Comparison of ${this.state.runs.length} runs`,
        text: [`${words(this.state.column)} over ${this.state.axis === 'time' ? 'time η·t' : 'steps'}.`],
        yaml: yamls.join('\n'),
        pictures: [this.overlay.picture()],
        space: null,
        tables: [this.table.element.querySelector('table')!],
      },
      'compare',
    );
  }

  private say(text: string): void {
    this.problem.textContent = text;
    this.problem.hidden = text === '';
  }
}

/** A few words of which one is chosen. */
function choice(label: string, values: string[], chosen: (value: string) => void) {
  const buttons = values.map(v =>
    h('button', { type: 'button', 'aria-pressed': 'false', onclick: () => chosen(v) }, v),
  );
  return {
    element: h('div', { class: 'choice', role: 'group', 'aria-label': label }, ...buttons),
    show: (value: string) =>
      buttons.forEach((b, i) => b.setAttribute('aria-pressed', String(values[i] === value))),
  };
}
