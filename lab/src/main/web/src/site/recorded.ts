import type { RunColumns, RunDetail, Series } from '../types';

/** A run of somebody's store, as `eos site` writes it. */
export interface Recorded {
  detail: RunDetail;
  rows: number;
  last: number;
  columns: Record<string, Series>;
  yaml: string;
  /** Not there where the run has not read it. */
  opposing?: Opposing;
}

/** Those whose loss a step raises most and lowers most, and the same of the next step. */
export type Group = 'risen' | 'fallen' | 'nextRisen' | 'nextFallen';

/** The examples with opposing signals of a run, at each of its readings. */
export interface Opposing {
  step: number[];
  /** At each reading a group's examples, as places in the lists. */
  groups: Record<Group, number[][]>;
  labels: string[];
  /** What they say, of examples that are words. */
  texts: string[];
  /** The address of a sheet with those that are images, and how many there are in a row of it. */
  images?: string;
  across?: number;
}

/** Its columns between two steps. */
export function columnsOf(
  run: Recorded,
  body: { columns: string[]; from?: number; to?: number; pixels?: number },
): RunColumns {
  const from = body.from ?? 0;
  const to = Math.min(body.to ?? run.last, run.last);
  const columns: Record<string, Series> = {};
  for (const name of body.columns) {
    const series = run.columns[name];
    if (!series) continue;
    const kept = series.step.map((_, i) => i).filter(i => series.step[i]! >= from && series.step[i]! <= to);
    columns[name] = { step: kept.map(i => series.step[i]!), value: kept.map(i => series.value[i]!) };
  }
  return {
    window: { from, to, pixels: body.pixels ?? 1000 },
    rows: run.rows,
    last: run.last,
    columns,
  } as RunColumns;
}
