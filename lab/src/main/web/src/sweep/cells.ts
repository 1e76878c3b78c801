import type { Data } from 'plotly.js';
import { type Direction, type Drawing, type Drawn, hover } from './drawing';
import { Shading } from './shading';

/** A grid of two settings as a phase diagram: a cell a run, coloured by what became of it. */
export function cells(drawing: Drawing, along: Direction): Drawn {
  const { columns, column } = drawing;
  const across = columns[drawing.x.name] ?? [];
  const up = columns[along.name] ?? [];
  const values = columns[column] ?? [];
  const texts = columns.passage ?? columns.regime ?? values;
  const shading = new Shading(column, values);
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
    z[line]![c] = shading.number(values[i]);
    text[line]![c] = String(texts[i] ?? '');
    rows[line]![c] = i;
  });
  const [zmin, zmax] = shading.ends ?? [];
  const trace = {
    type: 'heatmap',
    x: xs,
    y: ys,
    z,
    text,
    zmin,
    zmax,
    ...shading.style,
    hovertemplate: hover(drawing, shading.names ? null : '%{z:.5g}'),
  } as unknown as Data;
  return { traces: [trace], rowAt: at => (Array.isArray(at) ? rows[at[0]]?.[at[1]] : undefined) };
}
