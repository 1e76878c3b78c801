import { number, symbol, whole } from '../format';
import type { LiveRun } from '../types';
import { critical } from './drawn';
import type { Subject } from './subject';

/** Where a run stands, in a line; its last reading is not among the rows of a part of it. */
export function statusText(s: Subject, live: LiveRun | null, part: boolean): string {
  const parts = [doing(s, live), `step ${whole(s.step)} of ${whole(s.last)}`];
  if (live) parts.push(`${number(live.seconds, 3)} s`);
  if (live?.secondsLeft) parts.push(`about ${number(live.secondsLeft, 2)} s left`);
  const name = critical(Object.keys(s.series));
  const sharpness = s.series[name]?.value.at(-1);
  if (!part && sharpness !== undefined) parts.push(`${symbol(name)} = ${number(sharpness)}`);
  if (s.threshold !== null) parts.push(`threshold ${number(s.threshold)}`);
  return parts.join(' · ');
}

/** What it does, and why it does nothing yet. */
function doing(s: Subject, live: LiveRun | null): string {
  if (live?.status === 'waiting') return 'waiting for its turn (one run at a time)';
  if (live?.status === 'running' && s.step >= s.last && s.last > 0) return 'drawing its pictures';
  return s.status;
}
