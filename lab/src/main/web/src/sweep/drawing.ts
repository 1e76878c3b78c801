import type { Data } from 'plotly.js';
import { plain, symbol } from '../format';
import { palette } from '../plot/theme';
import { regimeColour, REGIMES } from './regimes';

export type Columns = Record<string, (number | string | null)[]>;

/** A setting that a sweep goes along. */
export interface Direction {
  name: string;
  log: boolean;
}

/** What a diagram shows of a sweep. */
export interface Drawing {
  columns: Columns;
  x: Direction;
  /** Null when the sweep goes along one setting only: then the column is drawn upwards. */
  y: Direction | null;
  /** The column that the colour shows. */
  column: string;
  /** Whether the runs lie on a grid. */
  grid: boolean;
}

/** How a diagram draws, and which row of the sweep is at a point of it. */
export interface Drawn {
  trace: Data;
  rowAt(point: number | [number, number]): number | undefined;
}

/** The text beside the pointer. */
export function hover({ x, y, column }: Drawing, value: string): string {
  const lines = [`${plain(symbol(x.name))} = %{x:.4g}`];
  if (y) lines.push(`${plain(symbol(y.name))} = %{y:.4g}`);
  lines.push('%{text}');
  if (column !== 'regime') lines.push(`${plain(column)} = ${value}`);
  return `${lines.join('<br>')}<extra></extra>`;
}

/** The number of a value: a regime's place, or the number itself; nothing where a count is negative for never. */
export function numberOf(column: string, value: number | string | null | undefined): number | null {
  if (column === 'regime') return REGIMES.indexOf(String(value));
  return value === null || value === undefined || Number(value) < 0 ? null : Number(value);
}

/** The colours of a column's numbers. */
export function colours(column: string): object {
  if (column !== 'regime') {
    const tickfont = { color: palette().muted };
    return { colorscale: 'Viridis', showscale: true, colorbar: { thickness: 12, tickfont } };
  }
  const n = REGIMES.length;
  const colorscale = REGIMES.flatMap((_, i) => [
    [i / n, regimeColour(i)],
    [(i + 1) / n, regimeColour(i)],
  ]);
  return { colorscale, showscale: false };
}
