import type { Value } from '../types';
import type { Stop } from './script';

/** Settings on their way from where they were, `done` of the way from 0 to 1: slow at both ends. */
export function slid(
  from: Record<string, number>,
  to: Record<string, number>,
  done: number,
): Record<string, number> {
  const eased = done * done * (3 - 2 * done);
  return Object.fromEntries(
    Object.entries(to).map(([name, end]) => {
      const start = from[name] ?? end;
      return [name, Number((start + (end - start) * eased).toPrecision(4))];
    }),
  );
}

/** The settings with which a stop begins: as the stops before it have left them, however short they were cut. */
export function before(stops: Stop[], at: number): Record<string, Value> {
  const earlier = stops.slice(0, at).map(stop => ({ ...stop.set, ...stop.slide }));
  return Object.assign({}, ...earlier, stops[at]?.set) as Record<string, Value>;
}

/** The step that a walk has come to; null at a stop without one. */
export function walked({ walk }: Stop, done: number): number | null {
  const [from, to] = walk ?? [];
  return from === undefined || to === undefined ? null : from + (to - from) * done;
}

/** Time that passes only while it is not held. */
export class Clock {
  private past = 0;
  private before: number | null = null;

  /** The time that has passed by `now`. */
  at(now: number): number {
    if (this.before !== null) this.past += now - this.before;
    this.before = now;
    return this.past;
  }

  /** Until it is next asked, no time passes. */
  hold(): void {
    this.before = null;
  }
}
