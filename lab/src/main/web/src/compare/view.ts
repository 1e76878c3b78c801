import { get, message, post, superseded, Unanswered } from '../api';
import { choice } from '../choice';
import { fill, h } from '../dom';
import { runLabel, words } from '../format';
import { Part } from '../freshness';
import { Latest } from '../latest';
import type { Range } from '../plot/description';
import { Stack } from '../plot/stack';
import { stretch } from '../plot/stretch';
import { onTheme, palette } from '../plot/theme';
import { exportMenu } from '../exportmenu';
import { storedSweeps } from '../sweep/source';
import type { RunColumns, RunDetail, RunRow, SweepRow } from '../types';
import { common, missing, rowless } from './missing';
import { exports } from './exports';
import { overlay, stepsIn, type Shown } from './overlay';
import { runContents } from './runs';
import { type CompareState, fromQuery, toQuery } from './state';
import { SWEEPS } from './sweeps';
import { type Order, Table } from './table';

/** Milliseconds until the store is asked again what it has: a sweep that is being made, or a run that has ended, shows. */
const AGAIN = 5000;

/** Compare: the store's runs and sweeps in tables, and the chosen runs over each other. */
export class CompareView {
  readonly element = h('div', { class: 'compare' });
  private state: CompareState;
  private runs: RunRow[] = [];
  private sweeps: SweepRow[] = [];
  /** What the store had when it was last asked. */
  private listed = '';
  private timer = 0;
  private overlaid: Shown[] = [];
  private details = new Map<string, RunDetail>();
  private readonly table = new Table(
    runContents({
      chosen: () => this.state.runs,
      colour: id => this.colour(id),
      choose: runs => this.change({ runs }),
    }),
    order => this.arrange(this.state.table, order),
  );
  private readonly sweepTable = new Table(SWEEPS, order => this.arrange(this.state.sweeps, order));
  private readonly overlay = new Stack('overlay', 'one column of the chosen runs', {
    zoomed: range => {
      this.zoom = range;
      this.show();
      this.loads.ask();
    },
  });
  private zoom: Range | null = null;
  private readonly loads = new Latest(() => this.load());
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
  private readonly plotbox = h('div', { class: 'plotbox medium patient' }, this.overlay.element);
  private readonly part = new Part(this.plotbox);
  /** What the address asks for and there is not. */
  private lacking = '';
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
      exportMenu(
        exports(() => ({
          runs: this.chosen,
          what: `${words(this.state.column)} over ${this.state.axis === 'time' ? 'time η·t' : 'steps'}.`,
          picture: this.overlay.picture(),
          table: this.table.table,
        })),
      ),
    );
    fill(
      this.element,
      h('section', { class: 'card', 'aria-label': 'Overlay' }, bar, this.problem, this.hint, this.plotbox),
      this.table.element,
      this.sweepTable.element,
    );
    onTheme(() => {
      this.tabulate();
      this.show();
    });
  }

  shown(query: URLSearchParams): void {
    if (query.size > 0) this.state = fromQuery(query);
    this.again();
    window.clearInterval(this.timer);
    this.timer = window.setInterval(() => !document.hidden && void this.list(), AGAIN);
  }

  again(): void {
    this.listed = '';
    void this.list();
  }

  hidden(): void {
    window.clearInterval(this.timer);
  }

  /** Asks for the runs and the sweeps that the store has. */
  private async list(): Promise<void> {
    try {
      const all = await Promise.all([get<{ runs: RunRow[] }>('/api/runs'), storedSweeps()]);
      const listed = JSON.stringify(all);
      [{ runs: this.runs }, this.sweeps] = all;
      if (listed === this.listed) {
        // Of a run that is under way there are more rows by now.
        if (this.state.runs.some(id => this.status(id) === 'running')) this.loads.ask();
        return;
      }
      this.listed = listed;
      if (this.state.runs.length === 0) this.state.runs = this.runs.slice(0, 2).map(r => r.id);
      this.outline();
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    if (superseded(error)) return;
    this.part.mark(error instanceof Unanswered ? 'lost' : 'failed');
    this.say(message(error));
  }

  private status(id: string): RunRow['status'] | undefined {
    return this.runs.find(r => r.id === id)?.status;
  }

  /** The chosen runs that there are. */
  private get chosen(): string[] {
    return this.state.runs.filter(id => this.status(id) !== undefined);
  }

  private change(change: Partial<CompareState>): void {
    Object.assign(this.state, change);
    if ('axis' in change || 'runs' in change) this.zoom = null;
    if ('column' in change || 'runs' in change) this.lacking = '';
    this.outline();
  }

  private arrange(table: Order, change: Partial<Order>): void {
    Object.assign(table, change);
    this.remember();
    this.tabulate();
  }

  /** Shows what needs no rows, and asks for these. */
  private outline(): void {
    const { axis, scale } = this.state;
    this.tabulate();
    this.axis.show(axis);
    this.scale.show(scale);
    this.remember();
    this.loads.ask();
  }

  private tabulate(): void {
    this.table.show(this.runs, this.state.table);
    this.sweepTable.show(this.sweeps, this.state.sweeps);
  }

  private remember(): void {
    if (this.element.isConnected) history.replaceState(null, '', `#/compare?${toQuery(this.state)}`);
  }

  /** Loads the rows on the screen, and shows them. */
  private async load(): Promise<void> {
    this.part.mark('asked');
    try {
      await this.offerColumns();
      this.overlaid = await this.rows();
      this.say([missing(this.state.runs, new Set(this.chosen)), this.lacking].filter(Boolean).join(' '));
      this.show();
      this.part.mark('shown');
    } catch (error) {
      this.fail(error);
    }
  }

  private rows(): Promise<Shown[]> {
    const { axis, column } = this.state;
    const drawn = this.chosen.filter(id => this.details.get(id)?.columns.length);
    const before = new Map(this.overlaid.map(run => [run.id, run]));
    return Promise.all(
      drawn.map(async id => ({
        id,
        place: this.state.runs.indexOf(id),
        label: this.label(id),
        columns: await post<RunColumns>(`/api/runs/${id}/columns`, {
          columns: [column, 'time'],
          ...stretch(stepsIn(before.get(id), axis, this.zoom), this.overlay.pixels),
        }),
      })),
    );
  }

  private show(): void {
    const runs = this.chosen;
    this.hint.textContent =
      runs.length === 0
        ? 'Tick runs in the table to draw them over each other.'
        : rowless(runs.map(id => ({ label: this.label(id), detail: this.details.get(id) })));
    this.overlay.draw(overlay(this.overlaid, this.state, this.zoom));
  }

  /** The columns that all the chosen runs have. */
  private async offerColumns(): Promise<void> {
    for (const id of this.chosen) {
      const known = this.details.get(id);
      // A finished run stays as it is; one that is not may have rows by now, and pictures.
      if (known?.status !== 'finished') this.details.set(id, await get<RunDetail>(`/api/runs/${id}`));
    }
    const offered = common(this.chosen.map(id => this.details.get(id)?.columns ?? []));
    if (offered.length === 0) offered.push('sharpness', 'loss');
    fill(this.column, ...offered.map(c => h('option', { value: c }, words(c))));
    const { column } = this.state;
    if (!offered.includes(column)) {
      const instead = offered.includes('sharpness') ? 'sharpness' : offered[0]!;
      this.lacking = `These runs have no column ${column}: here is ${words(instead)}.`;
      this.state.column = instead;
      this.remember();
    }
    this.column.value = this.state.column;
  }

  private label(id: string): string {
    const run = this.runs.find(r => r.id === id);
    return run ? runLabel(run.name, run.settings.eta) : id;
  }

  private colour(id: string): string | undefined {
    const i = this.state.runs.indexOf(id);
    const { series } = palette();
    return i < 0 ? undefined : series[i % series.length];
  }

  private say(text: string): void {
    this.problem.textContent = text;
    this.problem.hidden = text === '';
  }
}
