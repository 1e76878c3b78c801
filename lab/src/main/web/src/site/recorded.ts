import type { RunColumns, RunDetail, Series } from '../types';

/** A run of somebody's store, as `eos site` writes it. */
export interface Recorded {
  detail: RunDetail;
  rows: number;
  last: number;
  columns: Record<string, Series>;
  yaml: string;
  /** The picture of the examples with opposing signals, as the address of its data; not there where the run has none. */
  opposing?: string;
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
