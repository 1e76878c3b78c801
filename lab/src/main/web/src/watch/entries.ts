import { runLabel } from '../format';
import type { LiveRun, RunRow } from '../types';

/** A run in the list: its id in the store, or its number on this server while it has none. */
export interface Entry {
  which: number | string;
  name: string;
  note: string;
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
      note: [r.status, percent(r)].filter(Boolean).join(' · '),
    })),
    ...stored
      .filter(r => !taken.has(r.id))
      .slice(0, MOST)
      .map(r => ({
        which: r.id,
        name: runLabel(r.name, r.settings.eta),
        note: `${r.status} · ${r.started.slice(0, 16).replace('T', ' ')}`,
      })),
  ];
}

function percent(run: LiveRun): string {
  return run.last > 0 ? `${Math.floor((100 * run.step) / run.last)} %` : '';
}
