import type { Data } from 'plotly.js';

/** A point of a trace: a dot's place in it, or a cell's line and column. */
export type Spot = number | [number, number];

interface Traced {
  type: string;
  x: number[];
  y: number[];
}

const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Where an arrow key goes from a spot, or at first: to the next cell, or to the next dot in that direction; undefined for other keys. */
export function next(trace: Data, at: Spot | null, key: string): Spot | undefined {
  const arrow = ARROWS[key];
  if (!arrow) return undefined;
  const { type, x, y } = trace as unknown as Traced;
  if (type === 'heatmap') {
    const [line, column] = Array.isArray(at) ? at : [y.length >> 1, x.length >> 1];
    const within = (i: number, n: number) => Math.max(0, Math.min(n - 1, i));
    return Array.isArray(at)
      ? [within(line + arrow[1], y.length), within(column + arrow[0], x.length)]
      : [line, column];
  }
  if (typeof at !== 'number') return x.length >> 1;
  const [along, sign] = arrow[0] ? [x, arrow[0]] : [y, arrow[1]];
  const ordered = along.map((_, i) => i).sort((a, b) => along[a]! - along[b]! || a - b);
  return ordered[Math.max(0, Math.min(ordered.length - 1, ordered.indexOf(at) + sign))];
}

/** Where a spot is on the axes. */
export function placeOf(trace: Data, spot: Spot): [number, number] {
  const { x, y } = trace as unknown as Traced;
  return Array.isArray(spot) ? [x[spot[1]]!, y[spot[0]]!] : [x[spot]!, y[spot]!];
}
