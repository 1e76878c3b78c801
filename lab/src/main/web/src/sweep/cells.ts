import type { Data } from 'plotly.js';
import { colours, type Direction, type Drawing, type Drawn, hover, numberOf } from './drawing';
import { REGIMES } from './regimes';

/** A grid of two settings as a phase diagram: a cell a run, coloured by what became of it. */
export function cells(drawing: Drawing, along: Direction): Drawn {
  const { columns, column } = drawing;
  const across = columns[drawing.x.name] ?? [];
  const up = columns[along.name] ?? [];
  const xs = [...new Set(across)];
  const ys = [...new Set(up)];
  const columnOf = new Map(xs.map((x, i) => [x, i]));
  const lineOf = new Map(ys.map((y, i) => [y, i]));
  const z: (number | null)[][] = ys.map(() => xs.map(() => null));
  const text: string[][] = ys.map(() => xs.map(() => ''));
  const rows: (number | undefined)[][] = ys.map(() => []);
  across.forEach((x, i) => {
    const line = lineOf.get(up[i]!)!;
    const c = columnOf.get(x)!;
    z[line]![c] = numberOf(column, columns[column]?.[i]);
    text[line]![c] = String(columns.regime?.[i] ?? '');
    rows[line]![c] = i;
  });
  const trace = {
    type: 'heatmap',
    x: xs,
    y: ys,
    z,
    text,
    ...(column === 'regime' ? { zmin: -0.5, zmax: REGIMES.length - 0.5 } : {}),
    ...colours(column),
    hovertemplate: hover(drawing, '%{z:.5g}'),
  } as unknown as Data;
  return { trace, rowAt: at => (Array.isArray(at) ? rows[at[0]]?.[at[1]] : undefined) };
}
