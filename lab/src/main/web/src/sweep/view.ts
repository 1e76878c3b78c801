import { message, superseded, Unanswered } from '../api';
import { fill, h } from '../dom';
import { whole } from '../format';
import { Part } from '../freshness';
import { Legend } from '../plot/legend';
import { toQuery as playQuery } from '../play/state';
import { savePicture } from '../plot/picture';
import type { Picture } from '../plot/snapshot';
import { onTheme, palette } from '../plot/theme';
import { saveReport } from '../report';
import { save } from '../save';
import { exportMenu } from '../exportmenu';
import type { Catalogue } from '../types';
import { Diagram } from './diagram';
import { shadeOf } from './dots';
import { type Columns, columnWords, size } from './drawing';
import { SweepForm } from './form';
import { PASSAGES } from './passage';
import { Preview } from './preview';
import { Shading } from './shading';
import { load, type Source, storedSweeps } from './source';
import { fromQuery, type SweepState, toQuery } from './state';
import { WINDOW } from './windows';

const HIDDEN = new Set(['index', 'outcome', 'steps']);

/** Sweep: the runs of a sweep as a diagram; a click opens that run in Play. */
export class SweepView {
  readonly element: HTMLElement;
  private state: SweepState;
  private source: Source | null = null;
  private asked = 0;
  private readonly form: SweepForm;
  private readonly preview = new Preview();
  private readonly diagram = new Diagram(
    row => void this.openRun(row),
    row => this.source && this.preview.show(this.source, row, model => this.live(model)),
  );
  private readonly part = new Part(this.diagram.element);
  private readonly legend = new Legend();
  private readonly column = h('select', {
    'aria-label': 'Column',
    onchange: () => this.pick(this.column.value),
  });
  private readonly heading = h('h2', {}, 'Colour');
  private readonly status = h('p', { class: 'note', role: 'status' });
  /** The file of a sweep from the store, which the form does not show. */
  private readonly file = h('pre', { class: 'file', hidden: true });
  private readonly problem = h('p', { class: 'problem', role: 'alert', hidden: true });

  constructor(
    private readonly catalogue: Catalogue,
    query: URLSearchParams,
  ) {
    this.state = fromQuery(query, catalogue);
    this.form = new SweepForm(catalogue, this.state, () => void this.run());
    const menu = exportMenu({
      'Picture (SVG)': this.drawn(() => savePicture(this.picture(), 'svg', this.name())),
      'Picture (PNG)': this.drawn(() => savePicture(this.picture(), 'png', this.name())),
      'Rows on the screen (CSV)': this.drawn(async () => save(`${this.name()}.csv`, this.csv(), 'text/csv')),
      'Sweep file (YAML)': this.drawn(async () =>
        save(`${this.name()}.yaml`, await this.yaml(), 'application/yaml'),
      ),
      'Report (HTML)': this.drawn(() => this.report()),
    });
    this.element = h(
      'div',
      { class: 'watch sweep' },
      h(
        'aside',
        { class: 'controls', 'aria-label': 'Sweep' },
        this.form.element,
        this.file,
        this.problem,
        this.preview.element,
      ),
      h(
        'section',
        { class: 'charts', 'aria-label': 'Diagram' },
        h('div', { class: 'row' }, this.heading, this.column, h('span', { class: 'grow' }), menu),
        this.legend.element,
        this.diagram.element,
        this.status,
      ),
    );
    onTheme(() => this.element.isConnected && void this.draw());
  }

  shown(query: URLSearchParams): void {
    if (query.size > 0) this.state = fromQuery(query, this.catalogue);
    this.form.show(this.state);
    void this.run();
    void storedSweeps().then(
      sweeps =>
        this.form.show(
          this.state,
          sweeps.filter(s => s.made).map(s => s.sweep),
        ),
      (error: unknown) => this.say(error),
    );
  }

  hidden(): void {}

  again(): void {
    void this.run();
  }

  private async run(): Promise<void> {
    this.remember();
    this.problem.hidden = true;
    this.part.mark('asked');
    this.preview.clear();
    this.status.textContent = this.state.stored ? 'loading …' : 'running …';
    const began = performance.now();
    const asked = ++this.asked;
    try {
      const source = await load(this.state, this.catalogue);
      // Another was asked for meanwhile.
      if (asked !== this.asked) return;
      this.source = source;
    } catch (error) {
      if (asked !== this.asked) return;
      this.status.textContent = '';
      this.part.mark(error instanceof Unanswered ? 'lost' : 'failed');
      this.say(error);
      return;
    }
    const { columns, x, y, words } = this.source;
    const took = this.state.stored ? '' : ` in ${whole(performance.now() - began)} ms`;
    this.status.textContent = `${extent(this.source)}${took}${counted(columns)}. Click on one to open it in Play.`;
    const offered = Object.keys(columns).filter(c => !HIDDEN.has(c) && c !== x.name && c !== y?.name);
    fill(this.column, ...offered.map(c => h('option', { value: c }, columnWords(c, { words }))));
    if (!offered.includes(this.state.column))
      this.state.column = ['passage', 'regime'].find(c => offered.includes(c)) ?? offered[0]!;
    this.file.hidden = !this.state.stored;
    if (this.state.stored) this.file.textContent = await this.source.yaml();
    await this.draw();
    if (asked === this.asked) this.part.mark('shown');
  }

  /** A download of the diagram, which has to be that of the settings. */
  private drawn(make: () => Promise<void>): () => Promise<void> {
    return async () => {
      if (!this.part.fresh)
        throw new Error('The diagram on the screen is not that of the settings: wait until it is drawn.');
      await make();
    };
  }

  private pick(column: string): void {
    this.state.column = column;
    this.remember();
    void this.draw();
  }

  private remember(): void {
    history.replaceState(null, '', `#/sweep?${toQuery(this.state)}`);
  }

  private async draw(): Promise<void> {
    if (!this.source) return;
    const { column } = this.state;
    this.column.value = column;
    this.heading.textContent = this.source.y ? 'Colour' : 'Height';
    this.legend.show(this.key());
    await this.diagram.draw({ ...this.source, column });
  }

  /** The colours of the diagram, with what they mean. */
  private key() {
    const { columns = {}, y = null, border = null } = this.source ?? {};
    const shade = y ? this.state.column : shadeOf(columns);
    const { key } = new Shading(shade, columns[shade]);
    const line = { name: 'border', colour: palette().text, dash: 'dot' as const };
    const window = { name: WINDOW, colour: palette().text, dash: 'dash' as const };
    return [...key, ...(border ? [line] : []), ...(this.source?.windows ? [window] : [])];
  }

  private picture(): Picture {
    return this.diagram.picture(this.key());
  }

  private async openRun(row: number): Promise<void> {
    try {
      const { model, settings } = await this.source!.run(row);
      if (!this.live(model)) {
        throw new Error(`${model}: its runs take too long for Play; start one in Watch.`);
      }
      const query = playQuery({ model, settings, step: 0, range: null, camera: null });
      location.hash = `#/play?${query}`;
    } catch (error) {
      this.say(error);
    }
  }

  private live(model: string): boolean {
    return this.catalogue.models.find(m => m.name === model)?.live ?? false;
  }

  private name(): string {
    return this.source?.name ?? 'sweep';
  }

  private yaml(): Promise<string> {
    return this.source?.yaml() ?? Promise.reject(new Error('There is no sweep yet.'));
  }

  private csv(): string {
    const columns: Columns = this.source?.border ?? this.source?.columns ?? {};
    const names = Object.keys(columns);
    const rows = Array.from({ length: size(columns) }, (_, i) =>
      names.map(n => columns[n]?.[i] ?? '').join(','),
    );
    return [names.join(','), ...rows, ''].join('\n');
  }

  private async report(): Promise<void> {
    const { source } = this;
    const text = [source ? `${columnWords(this.state.column, source)}: ${extent(source)}.` : ''];
    const yaml = await this.yaml();
    const pictures = [this.picture()];
    await saveReport(
      { title: `Sweep: ${this.name()}`, text, yaml, pictures, space: null, tables: [] },
      this.name(),
    );
  }

  private say(error: unknown): void {
    if (superseded(error)) return;
    this.problem.textContent = message(error);
    this.problem.hidden = false;
    this.status.textContent = '';
  }
}

/** How much there is of a sweep. */
function extent({ columns, border, runs }: Source): string {
  if (border) return `${whole(size(border))} points of the border, from ${whole(runs)} runs`;
  const rows = size(columns);
  return `${rows === runs ? '' : `${whole(rows)} of `}${whole(runs)} ${runs === 1 ? 'run' : 'runs'}`;
}

/** How many runs there are of each passage, in words. */
function counted({ passage }: Columns): string {
  if (!passage) return '';
  const counts = Object.keys(PASSAGES).map(name => [passage.filter(p => p === name).length, name] as const);
  return `: ${counts
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${whole(count)} ${name}`)
    .join(', ')}`;
}
