import { request } from '../backend';
import { get, message, post, superseded, Unanswered } from '../api';
import { h } from '../dom';
import { endingText } from '../ending';
import { listen } from '../events';
import { runLabel } from '../format';
import { Part } from '../freshness';
import { Latest } from '../latest';
import { connection } from '../connection';
import type { Range } from '../plot/description';
import { savePicture } from '../plot/picture';
import { Stack } from '../plot/stack';
import { onTheme } from '../plot/theme';
import { saveReport } from '../report';
import { saveFile } from '../save';
import { exportMenu } from '../exportmenu';
import type { Catalogue, LiveRun, ResumedRun, RunRow } from '../types';
import { liveRun, underway } from './entries';
import { ForkForm } from './fork';
import { Launcher } from './launcher';
import { RunList } from './list';
import { Pictures } from './pictures';
import { watchPlot } from './plot';
import { statusText } from './status';
import { liveSubject, storedSubject, type Subject } from './subject';

/** Milliseconds until a run that another process makes is looked at again. */
const AGAIN = 2000;

const NONE = 'No run yet';

/** Watch: training runs as they go; stop, resume, and fork them. */
export class WatchView {
  private readonly list = new RunList(which => this.watch(which));
  private readonly heading = h('h2', {}, NONE);
  private readonly progress = h('progress', { max: 1, value: 0, 'aria-label': 'progress' });
  private readonly status = h('p', { class: 'note', role: 'status' });
  private readonly ending = h('p', { class: 'ending' });
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
  /** What there is to do while there is no run. */
  private readonly first = h(
    'div',
    { class: 'first', hidden: true },
    h('p', {}, 'Training runs are shown here as they go. There is none yet.'),
    h(
      'button',
      { type: 'button', class: 'primary', onclick: () => void this.launcher.watch('chebyshev-4') },
      'Watch a network reach the edge (5 s)',
    ),
  );
  private readonly launcher: Launcher;
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
      onclick: () => this.act(() => post<ResumedRun>(`/api/runs/${this.subject?.id}/resume`, {})),
    },
    'Resume',
  );
  private readonly run = h(
    'div',
    { class: 'patient' },
    this.progress,
    this.status,
    this.ending,
    h('div', { class: 'plotbox tallish' }, this.plot.element),
  );
  /** What is shown of the run: that of another one is emptied. */
  private readonly part = new Part(this.run, () => {
    this.subject = null;
    this.progress.value = 0;
    this.status.textContent = '';
    this.ending.textContent = '';
    this.plot.draw({ x: { title: 'step', range: [0, 1] }, panels: [] });
  });
  private readonly listPart = new Part(this.list.element);
  readonly element: HTMLElement;
  private runs: LiveRun[] = [];
  private stored: RunRow[] = [];
  private watched: number | string | null = null;
  private subject: Subject | null = null;
  /** What came of the last thing that was tried with the run on the screen. */
  private said = '';
  /** The steps on the screen; null for all. */
  private zoom: Range | null = null;
  private later = 0;
  private readonly loads = new Latest(() => this.load());

  constructor(catalogue: Catalogue, query: URLSearchParams) {
    this.read(query);
    this.launcher = new Launcher(catalogue, run => this.started(run));
    const menu = exportMenu({
      'Picture (SVG)': () => savePicture(this.plot.picture(), 'svg', this.name()),
      'Picture (PNG)': () => savePicture(this.plot.picture(), 'png', this.name()),
      'Columns (CSV)': () => saveFile(`/api/runs/${this.storedId()}/csv`, `${this.name()}.csv`),
      'Experiment (YAML)': () => saveFile(`/api/runs/${this.storedId()}/yaml`, `${this.name()}.yaml`),
      'Report (HTML)': () => this.report(),
    });
    this.element = h(
      'div',
      { class: 'watch' },
      this.launcher.element,
      h(
        'section',
        { class: 'charts', 'aria-label': 'Run' },
        h('div', { class: 'row' }, this.heading, h('span', { class: 'grow' }), this.stop, this.resume, menu),
        this.problem,
        this.first,
        this.run,
        this.fork.element,
        this.pictures.element,
      ),
      h('section', { class: 'card', 'aria-label': 'Runs' }, h('h2', {}, 'Runs'), this.list.element),
    );
    this.show(null);
    listen<LiveRun[]>('runs', runs => this.heard(runs));
    connection.onChange(up => {
      if (up) return;
      this.part.mark('lost');
      this.listPart.mark('lost');
    });
    onTheme(() => this.loads.ask());
  }

  shown(query: URLSearchParams): void {
    if (query.size > 0) this.read(query);
    void this.catchUp();
  }

  hidden(): void {}

  again(): void {
    void this.catchUp();
  }

  private read(query: URLSearchParams): void {
    const live = query.get('live');
    const asked = live ? Number(live) : (query.get('run') ?? this.watched);
    if (asked !== this.watched) this.turnTo(asked);
  }

  /** Asks for both lists: the run on the screen may have come from another server. */
  private async catchUp(): Promise<void> {
    try {
      this.stored = (await get<{ runs: RunRow[] }>('/api/runs')).runs;
      this.heard((await get<{ runs: LiveRun[] }>('/api/live')).runs);
    } catch (error) {
      this.fail(error);
    }
  }

  private heard(runs: LiveRun[]): void {
    const ended = endedRuns(runs) !== endedRuns(this.runs);
    this.runs = runs;
    if (this.watched === null) {
      const first = runs[0];
      this.watched = first ? first.id || first.number : (this.stored[0]?.id ?? null);
      if (this.watched !== null) this.remember();
    }
    this.first.hidden = this.watched !== null;
    this.run.hidden = this.watched === null;
    this.rename();
    this.showList();
    this.listPart.mark('shown');
    if (!this.element.isConnected) return;
    this.loads.ask();
    if (ended) void this.relist();
  }

  private async relist(): Promise<void> {
    try {
      this.stored = (await get<{ runs: RunRow[] }>('/api/runs')).runs;
      this.showList();
    } catch (error) {
      this.fail(error);
    }
  }

  /** Calls the run on the screen by its id as soon as it has one: numbers do not outlive the server. */
  private rename(): void {
    const live = liveRun(this.runs, this.watched);
    if (typeof this.watched !== 'number' || !live?.id) return;
    this.watched = live.id;
    this.remember();
  }

  private remember(): void {
    const which = typeof this.watched === 'number' ? `live=${this.watched}` : `run=${this.watched}`;
    if (this.element.isConnected) history.replaceState(null, '', `#/watch?${which}`);
  }

  /** Shows a run that has just been entered, of which the list does not know yet. */
  private started(run: LiveRun): void {
    const others = this.runs.filter(r => r.number !== run.number && (r.id === '' || r.id !== run.id));
    this.runs = [run, ...others];
    this.watch(run.id || run.number);
  }

  private watch(which: number | string): void {
    this.turnTo(which);
    this.rename();
    this.remember();
    this.showList();
    this.loads.ask();
  }

  /** From now on another run is on the screen. */
  private turnTo(which: number | string | null): void {
    this.watched = which;
    this.first.hidden = true;
    this.run.hidden = false;
    this.said = '';
    this.zoom = null;
    this.plot.moveTo(null);
    this.part.mark('other');
    this.heading.textContent = which === null ? NONE : 'loading …';
    this.show(null);
  }

  private showList(): void {
    this.list.show(this.runs, this.stored, this.watched);
  }

  /** Loads the run on the screen. */
  private async load(): Promise<void> {
    const { watched } = this;
    if (watched === null) return;
    const live = liveRun(this.runs, watched);
    // It may have got its id meanwhile.
    const still = () =>
      watched === this.watched ||
      (live !== undefined && liveRun(this.runs, this.watched)?.number === live.number);
    this.part.mark('asked');
    try {
      const subject = await this.subjectOf(watched, live);
      if (!still()) return;
      this.subject = subject;
      this.part.mark('shown');
      this.show(live ?? null);
      clearTimeout(this.later);
      if (!live && subject.status === 'running') {
        this.later = window.setTimeout(() => void this.catchUp(), AGAIN);
      }
    } catch (error) {
      if (still()) this.fail(error);
    }
  }

  private subjectOf(watched: number | string, live: LiveRun | undefined): Promise<Subject> {
    if (live) return liveSubject(live, this.plot.pixels, this.zoom);
    if (typeof watched === 'string') return storedSubject(watched, this.plot.pixels, this.zoom);
    throw new Error(`This server has no run number ${watched}: choose one of the list.`);
  }

  private show(live: LiveRun | null): void {
    const s = this.subject;
    this.stop.hidden = !s || !live || !underway(live);
    this.resume.hidden = !s?.resumable;
    this.fork.element.hidden = !s?.stored;
    this.progress.hidden = !s || !live;
    this.problem.textContent = [this.said, s && live?.error].filter(Boolean).join(' · ');
    this.problem.hidden = this.problem.textContent === '';
    this.pictures.show(s);
    if (!s) return;
    this.heading.textContent = runLabel(s.name, s.eta);
    this.progress.value = s.last > 0 ? s.step / s.last : 0;
    this.ending.textContent = endingText(s.ending);
    this.status.textContent = statusText(s, live, this.zoom !== null);
    if (s.stored) this.fork.offer(s);
    this.draw();
  }

  private draw(): void {
    const s = this.subject;
    if (s) this.plot.draw(watchPlot(s.series, s.threshold, this.zoom, s.last, s.parent));
  }

  private async halt(): Promise<void> {
    const live = liveRun(this.runs, this.watched);
    try {
      if (live) await post(`/api/live/${live.number}/stop`, {});
    } catch (error) {
      this.say(error);
    }
  }

  /** Starts a run from the one on the screen; one that somebody else has gone on with is shown as it is. */
  private act(start: () => Promise<LiveRun | ResumedRun>): void {
    const from = this.watched;
    this.said = '';
    this.problem.hidden = true;
    start().then(
      run => {
        this.started(run);
        if ('already' in run && run.already) this.say(new Error('It was running already.'));
      },
      (error: unknown) => from === this.watched && this.say(error),
    );
  }

  private name(): string {
    return this.subject?.id || this.subject?.name || 'run';
  }

  private storedId(): string {
    if (!this.subject?.stored) throw new Error('The run is not in the store yet: it has to end first.');
    return this.subject.id;
  }

  private async report(): Promise<void> {
    const yaml = this.subject?.stored
      ? await (await request(`/api/runs/${this.subject.id}/yaml`)).text()
      : '';
    const text = [this.status.textContent, this.ending.textContent].filter(Boolean);
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

  /** The run on the screen cannot be had. */
  private fail(error: unknown): void {
    if (superseded(error)) return;
    if (error instanceof Unanswered) {
      this.part.mark('lost');
      return;
    }
    this.part.mark('failed');
    this.heading.textContent = typeof this.watched === 'string' ? this.watched : NONE;
    this.said = message(error);
    this.show(null);
    this.said = '';
  }

  private say(error: unknown): void {
    if (superseded(error)) return;
    this.said = message(error);
    this.problem.textContent = this.said;
    this.problem.hidden = false;
  }
}

/** The runs that have ended, and how: when others have, the store has more. */
function endedRuns(runs: LiveRun[]): string {
  return runs
    .filter(r => !underway(r))
    .map(r => `${r.number} ${r.status}`)
    .join();
}
