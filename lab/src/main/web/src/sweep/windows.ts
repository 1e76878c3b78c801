import type { Data } from 'plotly.js';
import { post } from '../api';
import { extent } from '../plot/ranges';
import { palette } from '../plot/theme';
import type { Settings } from '../types';
import type { Columns, Direction } from './drawing';

/** The borders of the EoS window over the other axis of a diagram that has the learning rate on one. */
export interface Windows {
  /** The values along the other axis. */
  at: number[];
  low: (number | null)[];
  high: (number | null)[];
  /** Whether the learning rate goes across. */
  across: boolean;
}

export const WINDOW = 'EoS window, as proved';

/** Asks for the windows of a sweep's starts; none where neither axis is the learning rate. */
export async function windowsOf(
  experiment: Settings & { model: string },
  x: Direction,
  y: Direction,
  columns: Columns,
): Promise<Windows | null> {
  const other = x.name === 'eta' ? y : y.name === 'eta' ? x : null;
  if (!other) return null;
  const at = [...new Set(columns[other.name] as number[])];
  const body = { experiment, along: other.name, values: at };
  const windows = await post<Pick<Windows, 'low' | 'high'>>('/api/windows', body);
  return windows.low.some(low => low !== null) ? { at, ...windows, across: other === y } : null;
}

/** Its two borders, as far as the diagram goes. */
export function windowTraces(windows: Windows | null, columns: Columns): Data[] {
  if (!windows) return [];
  const [least, most] = extent(columns.eta as number[]);
  const { at, across } = windows;
  const { text, paper } = palette();
  // On the colour of paper, so that they are seen on any other.
  const lines = [
    { color: paper, width: 5 },
    { color: text, width: 2, dash: 'dash' },
  ];
  return lines.flatMap(line =>
    [windows.low, windows.high].map(border => {
      const etas = border.map(eta => (eta !== null && eta >= least && eta <= most ? eta : null));
      const place = across ? { x: etas, y: at } : { x: at, y: etas };
      return { type: 'scatter', mode: 'lines', ...place, line, hoverinfo: 'skip' } as Data;
    }),
  );
}
