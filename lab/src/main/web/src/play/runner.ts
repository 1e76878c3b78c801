import { message, post, superseded } from '../api';
import { whole } from '../format';
import { painted } from '../frames';
import type { Claims, Companions, Model, PlayResult } from '../types';
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
  beside(companions: Companions): void;
}

/** Runs what the state says and has it drawn: the plots at once, the claims once the hand rests. */
export class Runner {
  private readonly redrawer = new Redrawer(since => this.run(since));
  private rest = 0;

  constructor(
    private readonly state: () => PlayState,
    private readonly model: () => Model,
    private readonly stage: Stage,
    private readonly claims: ClaimsTable,
    private readonly listener: Listener,
  ) {}

  ask(): void {
    this.redrawer.ask();
  }

  private async run(since: number): Promise<void> {
    const state = this.state();
    const experiment = record(state);
    const [from, to] = state.range ?? [0, undefined];
    const pixels = this.stage.timeline.pixels;
    const beside = this.beside(experiment);
    // Nobody waits for it where the run itself is overtaken first.
    beside.catch(() => null);
    try {
      const result = await post<PlayResult>('/api/play', { experiment, from, to, pixels, columns: COLUMNS });
      this.listener.problem(
        result.outcome === 'diverged' ? `diverges at step ${whole(result.lastStep)}` : '',
      );
      this.stage.learnCoordinates(result, this.model(), state.camera);
      this.stage.drawTimeline(result);
      this.listener.drawn(result);
      void measure('input to timeline', since);
      this.stage.drawPaths(result, experiment, await beside);
      await measure('input to frame', since);
    } catch (error) {
      if (!superseded(error)) this.listener.problem(message(error));
      return;
    }
    clearTimeout(this.rest);
    this.claims.wait();
    this.rest = window.setTimeout(() => void this.check(), REST);
  }

  /** What is drawn beside the run; of an experiment that is refused, the run's own request says why. */
  private async beside(experiment: object): Promise<Companions | null> {
    try {
      const companions = await post<Companions>('/api/companions', { experiment });
      this.listener.beside(companions);
      return companions;
    } catch (error) {
      if (superseded(error)) throw error;
      return null;
    }
  }

  private async check(): Promise<void> {
    try {
      this.claims.show(await post<Claims>('/api/claims', { experiment: record(this.state()) }));
    } catch (error) {
      if (!superseded(error)) this.claims.say(message(error));
    }
  }
}

/** Notes how long it took from an input to the frame that shows what was drawn last. */
async function measure(name: string, since: number): Promise<void> {
  await painted();
  performance.measure(name, { start: since, end: performance.now() });
}
