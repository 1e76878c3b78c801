import { learn } from '../columns';
import { message, post, superseded, Unanswered } from '../api';
import type { Event } from '../freshness';
import { whole } from '../format';
import { painted } from '../frames';
import type { Claims, Overlays, Model, PlayResult } from '../types';
import type { ClaimsTable } from './claims';
import { Redrawer } from './redrawer';
import type { Stage } from './stage';
import { type PlayState, record } from './state';
import { COLUMNS } from './timeline';

/** How long the settings rest before the claims are checked, in milliseconds. */
const REST = 180;

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

/** Runs what the state says and has it drawn: the plots at once, the claims once the hand rests. */
export class Runner {
  private readonly redrawer = new Redrawer(since => this.run(since));
  private rest = 0;
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

  private async run(since: number): Promise<void> {
    const state = this.state();
    const experiment = record(state);
    const key = this.key();
    const [from, to] = state.range ?? [0, undefined];
    const pixels = this.stage.timeline.pixels;
    const beside = this.beside(experiment, key);
    // Nobody waits for it where the run itself is overtaken first.
    beside.catch(() => null);
    try {
      const result = await post<PlayResult>('/api/play', { experiment, from, to, pixels, columns: COLUMNS });
      learn(result.described);
      // While a slider moves, what comes is not the newest and better than nothing; another model's run is not.
      if (state.model !== this.state().model) return;
      this.drawn = state.model;
      this.listener.problem(
        result.outcome === 'diverged' ? `diverges at step ${whole(result.lastStep)}` : '',
      );
      this.stage.learnCoordinates(result, this.model(), state.camera);
      this.stage.drawTimeline(result, key === this.key());
      this.listener.drawn(result);
      void measure('input to timeline', since);
      const overlays = await beside;
      if (state.model !== this.state().model) return;
      this.stage.drawPaths(result, experiment, overlays, key === this.key());
      await measure('input to frame', since);
    } catch (error) {
      if (!superseded(error) && key === this.key()) this.fail(error);
      return;
    }
    if (this.checked === this.key()) return;
    clearTimeout(this.rest);
    this.rest = window.setTimeout(() => void this.check(), REST);
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

  /** What is drawn beside the run; of an experiment that is refused, the run's own request says why. */
  private async beside(experiment: object, key: string): Promise<Overlays | null> {
    let overlays: Overlays | null = null;
    try {
      overlays = await post<Overlays>('/api/overlays', { experiment });
    } catch (error) {
      if (superseded(error)) throw error;
    }
    if (key === this.key()) this.listener.beside(overlays);
    return overlays;
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
}

/** Notes how long it took from an input to the frame that shows what was drawn last. */
async function measure(name: string, since: number): Promise<void> {
  await painted();
  performance.measure(name, { start: since, end: performance.now() });
}
