import type { Ledger } from './ledger';
import type { Meaning } from '../../plot/meaning';

/** What a picture shows: panels of marks over axes. A chapter makes it of facts; {@link Plot} paints it. */
export interface Scene {
  panels: Panel[];
  /** Statements in words, where that is what there is to see. */
  ledger?: Ledger;
}

export type Range = [number, number];

export interface Axis {
  title: string;
  range: Range;
  log?: boolean;
  /** No numbers beside it, where only more and less matter. */
  bare?: boolean;
}

export interface Panel {
  x: Axis;
  y: Axis;
  marks: Mark[];
  /** Its height in parts of the picture's, of panels one below the other. */
  share?: number;
  /** Half as wide as the picture, beside another. */
  half?: boolean;
  /** Left out where there is little room. */
  extra?: boolean;
  /** What it shows, for those who do not see it. */
  name: string;
}

/** Colours by what they stand for, so that the text has the picture's, and what says nothing: muted, the text's, and the tint beyond the edge. */
export type Colour = Meaning | 'muted' | 'text' | 'unstable';

interface Named {
  /** The name by which the text speaks of it; the others pale while it is pointed at. */
  name?: string;
}

export interface Line extends Named {
  kind: 'line';
  x: number[];
  y: number[];
  colour: Colour;
  width?: number;
  dash?: number[];
}

export interface Dots extends Named {
  kind: 'dots';
  x: number[];
  y: number[];
  colour: Colour;
  radius?: number;
  /** Opacity of the first dot, which grows to 1 at the last; 1 unless given. */
  fade?: number;
}

/** A word beside what it names. */
export interface Label extends Named {
  kind: 'label';
  x: number;
  y: number;
  text: string;
  colour: Colour;
  align?: 'left' | 'right' | 'center';
  /** How far above the point it stands, in pixels; below when negative. */
  above?: number;
  /** At the height of the point itself. */
  level?: boolean;
}

/** A tinted rectangle, from one x to another or from one y to another. */
export interface Band extends Named {
  kind: 'band';
  x?: Range;
  y?: Range;
  colour: Colour;
}

/** Lines of equal height over a grid, and where a second map is above a level a tint. */
export interface Contours extends Named {
  kind: 'contours';
  x: number[];
  y: number[];
  values: number[];
  levels: number[];
  /** Tinted where this map of the same grid is above its level. */
  above?: { values: (number | null)[]; level: number };
}

export type Mark = Line | Dots | Label | Band | Contours;

/** A line across a panel's whole width. */
export function across(panel: { x: Axis }, y: number, rest: Partial<Line> & { colour: Colour }): Line {
  return { kind: 'line', x: panel.x.range, y: [y, y], ...rest };
}

/** As far as numbers go, and a little farther; `including` is within it too. */
export function around(values: number[], room = 0.06, ...including: number[]): Range {
  const finite = [...values.filter(Number.isFinite), ...including];
  const low = finite.reduce((a, b) => Math.min(a, b), Infinity);
  const high = finite.reduce((a, b) => Math.max(a, b), -Infinity);
  if (low > high) return [0, 1];
  const more = room * (high - low || Math.abs(high) || 1);
  return [low - more, high + more];
}
