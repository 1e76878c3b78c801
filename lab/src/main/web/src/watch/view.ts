import { get, message, post, superseded } from '../api';
import { h } from '../dom';
import { listen } from '../events';
import { runLabel } from '../format';
import { Latest } from '../latest';
import type { Range } from '../plot/description';
import { savePicture } from '../plot/picture';
import { Stack } from '../plot/stack';
import { onTheme } from '../plot/theme';
import { saveReport } from '../report';
import { saveFile } from '../save';
import { takeHome } from '../takehome';
import type { Catalogue, LiveRun, RunRow } from '../types';
import { ForkForm } from './fork';
import { Launcher } from './launcher';
import { RunList } from './list';
import { Pictures } from './pictures';
import { watchPlot } from './plot';
import { statusText } from './status';
import { liveSubject, storedSubject, type Subject } from './subject';

/** Watch: training runs as they go; stop, resume, and fork them. */
export class WatchView {
  private readonly list = new RunList(which => this.watch(which));
  private readonly heading = h('h2', {}, 'No run yet');
  private readonly progress = h('progress', { max: 1, value: 0, 'aria-label': 'progress' });
  private readonly status = h('p', { class: 'note', role: 'status' });
  private readonly problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  private readonly plot = new Stack('run', 'sharpness and loss over the steps', {
    picked: step => this.fork.choose(Math.round(step)),
    zoomed: range => {
      this.zoom = range;
      this.draw();
      this.loads.ask();
    },
  });
  private readonly fork = new ForkForm(
    step => this.plot.moveTo(step),
    (step, set) => this.act(() => post<LiveRun>(`/api/runs/${this.subject?.id}/fork`, { step, set })),
  );
  private readonly pictures = new Pictures();
  private readonly stop = h(
    'button',
    { type: 'button', class: 'quiet', onclick: () => void this.halt() },
    'Stop',
  );
  private readonly resume = h(
    'button',
    {
      type: 'button',
      class: 'quiet',
      onclick: () => this.act(() => post<LiveRun>(`/api/runs/${this.subject?.id}/resume`, {})),
    },
    'Resume',
  );
  readonly element: HTMLElement;
  private runs: LiveRun[] = [];
  private stored: RunRow[] = [];
  private watched: number | string | null = null;
  private subject: Subject | null = null;
  /** The steps on the screen; null for all. */
  private zoom: Range | null = null;
  private readonly loads = new Latest(() => this.load());

  constructor(catalogue: Catalogue, query: URLSearchParams) {
    this.read(query);
    const launcher = new Launcher(catalogue, run => this.watch(run.number));
    const menu = takeHome({
      'Picture (SVG)': () => savePicture(this.plot.picture(), 'svg', this.name()),
      'Picture (PNG)': () => savePicture(this.plot.picture(), 'png', this.name()),
      'Columns (CSV)': () => saveFile(`/api/runs/${this.storedId()}/csv`, `${this.name()}.csv`),
      'Experiment (YAML)': () => saveFile(`/api/runs/${this.storedId()}/yaml`, `${this.name()}.yaml`),
      'Report (HTML)': () => this.report(),
    });
    this.element = h(
      'div',
      { class: 'watch' },
      launcher.element,
      h(
        'section',
        { class: 'charts', 'aria-label': 'Run' },
        h('div', { class: 'row' }, this.heading, h('span', { class: 'grow' }), this.stop, this.resume, menu),
        this.progress,
        this.status,
        this.problem,
        h('div', { class: 'plotbox tallish' }, this.plot.element),
        this.fork.element,
        this.pictures.element,
      ),
      h('section', { class: 'card', 'aria-label': 'Runs' }, h('h2', {}, 'Runs'), this.list.element),
    );
    listen<LiveRun[]>('runs', runs => this.heard(runs));
    onTheme(() => this.loads.ask());
  }

  shown(query: URLSearchParams): void {
    if (query.size > 0) this.read(query);
    void this.catchUp();
  }

  hidden(): void {}

  private read(query: URLSearchParams): void {
    const live = query.get('live');
    this.watched = live ? Number(live) : (query.get('run') ?? this.watched);
  }

  private async catchUp(): Promise<void> {
    try {
      this.stored = (await get<{ runs: RunRow[] }>('/api/runs')).runs;
      this.heard((await get<{ runs: LiveRun[] }>('/api/live')).runs);
    } catch (error) {
      this.say(error);
    }
  }

  private heard(runs: LiveRun[]): void {
    const finished = runs.some(r => r.id && !this.stored.some(s => s.id === r.id));
    this.runs = runs;
    this.watched ??= runs[0]?.number ?? this.stored[0]?.id ?? null;
    this.showList();
    if (!this.element.isConnected) return;
    this.loads.ask();
    if (finished)
      void get<{ runs: RunRow[] }>('/api/runs').then(a => ((this.stored = a.runs), this.showList()));
  }

  private watch(which: number | string): void {
    this.watched = which;
    this.plot.moveTo(null);
    this.zoom = null;
    history.replaceState(null, '', `#/watch?${typeof which === 'number' ? `live=${which}` : `run=${which}`}`);
    this.showList();
    this.loads.ask();
  }

  private showList(): void {
    this.list.show(this.runs, this.stored, this.watched);
  }

  /** Loads the run on the screen. */
  private async load(): Promise<void> {
    try {
      const live = this.runs.find(r => r.number === this.watched);
      const pixels = this.plot.pixels;
      if (live) this.subject = await liveSubject(live, pixels, this.zoom);
      else if (typeof this.watched === 'string')
        this.subject = await storedSubject(this.watched, pixels, this.zoom);
      this.show(live ?? null);
    } catch (error) {
      this.say(error);
    }
  }

  private show(live: LiveRun | null): void {
    const s = this.subject;
    this.stop.hidden = !live || (live.status !== 'running' && live.status !== 'waiting');
    this.resume.hidden = !s || !s.id || (s.status !== 'stopped' && s.status !== 'resumable');
    this.fork.element.hidden = !s?.id;
    this.progress.hidden = !live;
    if (!s) return;
    this.heading.textContent = runLabel(s.name, s.eta);
    this.progress.value = s.last > 0 ? s.step / s.last : 0;
    this.status.textContent = statusText(s, live, this.zoom !== null);
    this.fork.offer(s);
    this.pictures.show(s);
    if (live?.error) this.say(new Error(live.error));
    this.draw();
  }

  private draw(): void {
    const s = this.subject;
    if (s) this.plot.draw(watchPlot(s.series, s.threshold, this.zoom ?? [0, Math.max(1, s.last)], s.last));
  }

  private async halt(): Promise<void> {
    try {
      await post(`/api/live/${String(this.watched)}/stop`, {});
    } catch (error) {
      this.say(error);
    }
  }

  private act(start: () => Promise<LiveRun>): void {
    this.problem.hidden = true;
    start().then(
      run => this.watch(run.number),
      (error: unknown) => this.say(error),
    );
  }

  private name(): string {
    return this.subject?.id || this.subject?.name || 'run';
  }

  private storedId(): string {
    if (!this.subject?.id) throw new Error('The run is not in the store yet: it has to end first.');
    return this.subject.id;
  }

  private async report(): Promise<void> {
    const yaml = this.subject?.id ? await (await fetch(`/api/runs/${this.subject.id}/yaml`)).text() : '';
    const text = [this.status.textContent];
    await saveReport(
      {
        title: this.heading.textContent,
        text,
        yaml,
        pictures: [this.plot.picture()],
        space: null,
        tables: [],
      },
      this.name(),
    );
  }

  private say(error: unknown): void {
    if (superseded(error)) return;
    this.problem.textContent = message(error);
    this.problem.hidden = false;
  }
}
