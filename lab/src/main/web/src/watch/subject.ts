import { get, post, Refusal } from '../api';
import { learn } from '../columns';
import { runLabel } from '../format';
import type { Range } from '../plot/description';
import { stretch } from '../plot/stretch';
import type { Ending, LiveColumns, LiveRun, Origin, RunColumns, RunDetail, Series } from '../types';
import { underway } from './entries';
import { drawn } from './drawn';

/** The run on the screen, live or stored, in the same words. */
export interface Subject {
  /** Its id in the store; empty while it has none. */
  id: string;
  name: string;
  /** Its number on this server while it is under way, null otherwise. */
  number: number | null;
  /** Whether it measures more than the sharpness. */
  measured: boolean;
  status: string;
  step: number;
  last: number;
  eta: number | null;
  threshold: number | null;
  series: Record<string, Series>;
  /** The pictures that a run of the store has. */
  pictures: string[];
  /** Whether the store has it, to its end or to where it can go on. */
  stored: boolean;
  /** Whether it can go on. */
  resumable: boolean;
  /** What it ended in; null while it has not. */
  ending: Ending | null;
  /** The run that it is a fork of, as far as the store has that. */
  parent: Parent | null;
}

/** A run that another one left. */
export interface Parent {
  name: string;
  step: number;
  series: Record<string, Series>;
}

/** The run that a fork has left, drawn over the same steps; null where the store has it no more. */
async function parentOf(origin: Origin | null | undefined, range: object): Promise<Parent | null> {
  if (!origin) return null;
  try {
    const run = await get<RunDetail>(`/api/runs/${origin.run}`);
    learn(run.described);
    const body = { columns: drawn(run.columns), ...range };
    const rows = await post<RunColumns>(`/api/runs/${origin.run}/columns`, body, 'parent');
    return { name: runLabel(run.name, run.settings.eta), step: origin.step, series: rows.columns };
  } catch (error) {
    if (error instanceof Refusal && error.status !== 409) return null;
    throw error;
  }
}

function eta(experiment: Record<string, unknown>): number | null {
  return typeof experiment.eta === 'number' ? experiment.eta : null;
}

function measured({ measures }: Record<string, unknown>): boolean {
  return measures !== undefined && measures !== 'none';
}

/** A run of this server: while it is under way as the server has it, then as the store has it, if that has kept anything. */
export async function liveSubject(run: LiveRun, pixels: number, zoom: Range | null): Promise<Subject> {
  if (!underway(run) && run.id) {
    const stored = await storedSubject(run.id, pixels, zoom);
    return { ...stored, status: run.status, step: run.step, last: run.last, threshold: run.threshold };
  }
  learn(run.described);
  const body = { columns: drawn(run.columns), ...stretch(zoom, pixels) };
  const live = await post<LiveColumns>(`/api/live/${run.number}/columns`, body);
  // It may have ended since: then its rows are in the store.
  if (!underway(live) && live.id) return liveSubject(live, pixels, zoom);
  const parent = await parentOf(live.forkOf, stretch(zoom, pixels));
  return {
    ...live,
    eta: eta(live.experiment),
    measured: measured(live.experiment),
    pictures: [],
    stored: false,
    resumable: false,
    ending: null,
    parent,
  };
}

/** A run of the store; of its rows those on the screen, when it shows only some. */
export async function storedSubject(id: string, pixels: number, zoom: Range | null): Promise<Subject> {
  const run = await get<RunDetail>(`/api/runs/${id}`);
  learn(run.described);
  const names = drawn(run.columns);
  const body = { columns: names, ...stretch(zoom, pixels) };
  // A run that has just begun has no rows yet.
  const rows = names.length > 0 ? await post<RunColumns>(`/api/runs/${id}/columns`, body) : null;
  const step = rows?.last ?? 0;
  return {
    id,
    name: run.name,
    number: null,
    measured: measured(run.experiment),
    status: run.status,
    step,
    last: Math.max(step, Number(run.experiment.steps) || 0),
    eta: eta(run.experiment),
    threshold: run.threshold,
    series: rows?.columns ?? {},
    pictures: run.pictures,
    stored: run.status !== 'running' && rows !== null,
    resumable: run.status === 'resumable',
    ending: run.document.ending ?? null,
    parent: await parentOf(run.document.forkOf, stretch(zoom, pixels)),
  };
}
