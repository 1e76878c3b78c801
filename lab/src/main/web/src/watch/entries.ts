import { runLabel, whole } from '../format';
import type { LiveRun, Origin, RunRow } from '../types';

/** A run in the list: its id in the store, or its number on this server while it has none. */
export interface Entry {
  which: number | string;
  name: string;
  /** What tells it from others of its name: the end of its id. */
  mark: string;
  note: string;
  /** What is not as usual with it. */
  tags: string[];
  /** Whether the store has rows of it that stay. */
  kept: boolean;
}

/** Stored runs beyond this many are for Compare. */
const MOST = 40;

/** Whether a run is under way, or waits for its turn. */
export function underway(run: LiveRun): boolean {
  return run.status === 'running' || run.status === 'waiting';
}

/** The run of this server that is meant: by its number, or by its id in the store. */
export function liveRun(runs: LiveRun[], which: number | string | null): LiveRun | undefined {
  return runs.find(r => r.number === which || (r.id !== '' && r.id === which));
}

/** Each run once: those of this server by what they do now, then the others of the store. */
export function entries(live: LiveRun[], stored: RunRow[]): Entry[] {
  const taken = new Set(live.map(r => r.id));
  return [
    ...live.map(r => ({
      which: r.id || r.number,
      name: runLabel(r.name, r.experiment.eta),
      mark: markOf(r.id),
      note: [r.status, percent(r)].filter(Boolean).join(' · '),
      tags: [...tags(r.experiment), ...(r.forkOf ? [forkTag(r.forkOf)] : [])],
      kept: r.id !== '' && !underway(r),
    })),
    ...stored
      .filter(r => !taken.has(r.id))
      .slice(0, MOST)
      .map(r => ({
        which: r.id,
        name: runLabel(r.name, r.settings.eta),
        mark: markOf(r.id),
        tags: tags(r.settings),
        kept: r.status === 'finished',
        note: `${r.status} · ${r.started.slice(0, 16).replace('T', ' ')}`,
      })),
  ];
}

/** The end of an id, which no two runs share that began in the same second. */
function markOf(id: string): string {
  return id === '' ? '' : `#${id.slice(id.lastIndexOf('-') + 1)}`;
}

/** The rule, where it is not gradient descent, and what else was measured. */
function tags(settings: Record<string, unknown>): string[] {
  const { optimizer, measures } = settings;
  return [optimizer !== 'gd' && optimizer, measures !== 'none' && measures].filter(
    (tag): tag is string => typeof tag === 'string' && tag !== '',
  );
}

/** Which run it left, and where. */
export function forkTag({ run, step }: Origin): string {
  return `fork of ${markOf(run)} at ${whole(step)}`;
}

function percent(run: LiveRun): string {
  return run.last > 0 ? `${Math.floor((100 * run.step) / run.last)} %` : '';
}
