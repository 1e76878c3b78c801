import { learn } from '../columns';
import { message, post, superseded, Unanswered } from '../api';
import { FrameDrawing } from '../frames';
import type { Event } from '../freshness';
import { whole } from '../format';
import type { Claims, Overlays, Model, PlayResult } from '../types';
import type { ClaimsTable } from './claims';
import { Redrawer } from './redrawer';
import type { Stage } from './stage';
import { type PlayState, record } from './state';
import { ROLES } from './timeline';

/** How long the settings rest before the claims are checked, in milliseconds. */
const REST = 180;

/** The plane and space take what the timeline leaves of a frame, in milliseconds. */
const LIGHT = 6;

/** How long it is at least from one question of what is drawn beside the run to the next, in milliseconds: the plane can bear no more. */
const BESIDE = 120;

interface Listener {
  /** The timeline shows a new result. */
  drawn(result: PlayResult): void;
  /** What is wrong, or nothing. */
  problem(text: string): void;
  /** What is drawn beside the run; null when there is none for it. */
  beside(overlays: Overlays | null): void;
  /** What happens to all that is shown of the run but the plots and the claims. */
  mark(event: Event): void;
}

/** An answer, and the experiment that it is of. */
interface Answered {
  key: string;
  experiment: ReturnType<typeof record>;
  result: PlayResult;
}

/** Runs what the state says and has it drawn: the plots at once, the claims once the hand rests. */
export class Runner {
  private readonly redrawer = new Redrawer(
    () => this.request(),
    (answered, since) => this.take(answered, since),
  );
  private readonly timeline = new FrameDrawing(
    () => this.drawTimeline(),
    () => this.measure('input to timeline'),
  );
  private readonly paths = new FrameDrawing(
    () => this.drawPaths(),
    () => this.measure('input to frame'),
    LIGHT,
  );
  private rest = 0;
  /** When what is drawn beside the run may be asked for again, and who waits for that. */
  private besideFrom = 0;
  private besideWaits = 0;
  /** The newest run that has come, and since when it was wanted. */
  private run: Answered | null = null;
  private since = 0;
  /** What has come to be drawn beside a run. */
  private overlays: { key: string; model: string; shown: Overlays | null } | null = null;
  /** The model whose run is on the screen, and the experiment whose claims are. */
  private drawn = '';
  private checked = '';

  constructor(
    private readonly state: () => PlayState,
    private readonly model: () => Model,
    private readonly stage: Stage,
    private readonly claims: ClaimsTable,
    private readonly listener: Listener,
  ) {}

  ask(): void {
    const event = this.drawn === this.state().model ? 'asked' : 'other';
    this.stage.mark(event);
    this.listener.mark(event);
    if (this.key() !== this.checked) {
      clearTimeout(this.rest);
      this.checked = '';
      this.claims.mark(event);
    }
    this.redrawer.ask();
  }

  /** The experiment that the settings on the screen are. */
  private key(): string {
    return JSON.stringify(record(this.state()));
  }

  private async request(): Promise<Answered | null> {
    const state = this.state();
    const experiment = record(state);
    const key = this.key();
    const [from, to] = state.range ?? [0, undefined];
    const pixels = this.stage.timeline.pixels;
    try {
      const body = { experiment, from, to, pixels, roles: ROLES };
      const answer = post<PlayResult>('/api/play', body);
      this.askBeside();
      return { key, experiment, result: await answer };
    } catch (error) {
      if (!superseded(error) && key === this.key()) this.fail(error);
      return null;
    }
  }

  /** While a slider moves, what comes is not the newest and better than nothing; another model's run is not. */
  private take(answered: Answered, since: number): void {
    if (answered.experiment.model !== this.state().model) return;
    this.run = answered;
    this.since = since;
    learn(answered.result.described);
    this.stage.learnCoordinates(answered.result, this.model(), this.state().camera);
    this.timeline.ask();
    this.paths.ask();
  }

  private drawTimeline(): void {
    const { run } = this;
    if (!run || run.experiment.model !== this.state().model) return;
    const { result, key } = run;
    this.drawn = this.state().model;
    this.listener.problem(result.outcome === 'diverged' ? `diverges at step ${whole(result.lastStep)}` : '');
    this.stage.drawTimeline(result, key === this.key());
    this.listener.drawn(result);
    if (this.checked === this.key()) return;
    clearTimeout(this.rest);
    this.rest = window.setTimeout(() => void this.check(), REST);
  }

  /** The run in the plane and in space, with what has come to be drawn beside it. */
  private drawPaths(): void {
    const { run, overlays } = this;
    const { model } = this.state();
    if (!run || run.experiment.model !== model) return;
    const shown = overlays?.model === model ? overlays.shown : null;
    const newest = run.key === this.key() && overlays?.key === run.key;
    this.stage.drawPaths(run.result, run.experiment, shown, newest);
  }

  /** There is no run of these settings, or nobody to make it. */
  private fail(error: unknown): void {
    const event = error instanceof Unanswered ? 'lost' : 'failed';
    clearTimeout(this.rest);
    this.listener.problem(message(error));
    this.listener.mark(event);
    this.stage.mark(event);
    this.claims.mark(event);
  }

  /** Has what is drawn beside the run asked for: at once where the hand has rested, and while it moves now and then. */
  private askBeside(): void {
    clearTimeout(this.besideWaits);
    const ask = () => {
      this.besideFrom = performance.now() + BESIDE;
      const state = this.state();
      void this.beside(record(state), state.model, this.key());
    };
    const wait = this.besideFrom - performance.now();
    if (wait <= 0) ask();
    else this.besideWaits = window.setTimeout(ask, wait);
  }

  /** Asks what is drawn beside the run; of an experiment that is refused, the run's own request says why. */
  private async beside(experiment: object, model: string, key: string): Promise<void> {
    let shown: Overlays | null = null;
    try {
      shown = await post<Overlays>('/api/overlays', { experiment });
    } catch (error) {
      if (superseded(error)) return;
    }
    if (model !== this.state().model) return;
    this.overlays = { key, model, shown };
    this.paths.ask();
    if (key === this.key()) this.listener.beside(shown);
  }

  private async check(): Promise<void> {
    const key = this.key();
    try {
      const claims = await post<Claims>('/api/claims', { experiment: record(this.state()) });
      if (key !== this.key()) return;
      this.checked = key;
      this.claims.show(claims);
    } catch (error) {
      if (superseded(error) || key !== this.key()) return;
      if (error instanceof Unanswered) this.claims.mark('lost');
      else this.claims.fail(message(error));
    }
  }

  /** Notes how long it took from an input to the frame that shows what was drawn last; all of it is there when all is of one experiment. */
  private measure(name: string): void {
    const whole = name === 'input to timeline' || this.overlays?.key === this.run?.key;
    if (this.since > 0 && whole) performance.measure(name, { start: this.since, end: performance.now() });
  }
}
