import { get, post } from '../api';
import type { Range } from '../plot/description';
import { stretch } from '../plot/stretch';
import type { LiveColumns, LiveRun, RunColumns, RunDetail, Series } from '../types';
import { drawn } from './plot';

/** The run on the screen, live or stored, in the same words. */
export interface Subject {
  /** Its id in the store; empty while it has none. */
  id: string;
  name: string;
  status: string;
  step: number;
  last: number;
  eta: number | null;
  threshold: number | null;
  series: Record<string, Series>;
  /** The pictures that a run of the store has. */
  pictures: string[];
}

function eta(experiment: Record<string, unknown>): number | null {
  return typeof experiment.eta === 'number' ? experiment.eta : null;
}

/** The pictures of runs that have finished, by id: they stay as they are. */
const finished = new Map<string, string[]>();

async function picturesOf({ id, status }: LiveRun): Promise<string[]> {
  if (status !== 'finished') return [];
  const pictures = finished.get(id) ?? (await get<RunDetail>(`/api/runs/${id}`)).pictures;
  finished.set(id, pictures);
  return pictures;
}

/**
 * A run of this server. Of its rows those on the screen, when it shows only some; they are in the store once it has ended, as its pictures
 * are.
 */
export async function liveSubject(run: LiveRun, pixels: number, zoom: Range | null): Promise<Subject> {
  const body = { columns: drawn(run.columns), ...stretch(zoom, pixels) };
  const live = await post<LiveColumns>(`/api/live/${run.number}/columns`, body);
  const stored = zoom && live.id ? await post<RunColumns>(`/api/runs/${live.id}/columns`, body) : null;
  const series = stored?.columns ?? live.series;
  return { ...live, eta: eta(live.experiment), series, pictures: await picturesOf(live) };
}

/** A run of the store; of its rows those on the screen, when it shows only some. */
export async function storedSubject(id: string, pixels: number, zoom: Range | null): Promise<Subject> {
  const run = await get<RunDetail>(`/api/runs/${id}`);
  const body = { columns: drawn(run.columns), ...stretch(zoom, pixels) };
  const answer = await post<RunColumns>(`/api/runs/${id}/columns`, body);
  return {
    id,
    name: run.name,
    status: run.status,
    step: answer.last,
    last: Math.max(answer.last, Number(run.experiment.steps) || 0),
    eta: eta(run.experiment),
    threshold: run.threshold,
    series: answer.columns,
    pictures: run.pictures,
  };
}
