/** What a plot of lines shows, in whichever way it is drawn: {@link Stack} on the screen, {@link snapshot} in a picture. */
export interface LinePlot {
  /**
   * `whole` when only whole numbers have a meaning, as of steps; `last` is the end of all of it, where the lines are a part; `part` when the
   * range is a part of all.
   */
  x: { title: string; range: Range; whole?: boolean; last?: number; part?: boolean };
  /** An x that is looked at. */
  mark?: number | null;
  /** From top to bottom, over the same x. */
  panels: Panel[];
}

export type Range = [number, number];

export interface Panel {
  /** What is drawn upwards, where the key does not say it. */
  title?: string;
  lines: Line[];
  range: Range;
  log?: boolean;
  /** A dashed line across, with its name in the key if it has one; in the colour of the edge where it is that. */
  level?: { value: number; name?: string; edge?: boolean };
  /** A dashed line upwards, with its name in the key if it has one. */
  upright?: { x: number; name?: string };
  /** Stretches of x that are shaded. */
  bands?: Band[];
  /** The lines in the order of the key, where that is another one. */
  key?: Line[];
  /** Its height, in parts of the whole. */
  share?: number;
}

export interface Line {
  name: string;
  colour: string;
  x: number[];
  y: (number | null)[];
  width?: number;
  dash?: Dash;
  /** Whether a dot marks each reading. */
  dots?: boolean;
  /** Whether small dots are all there is of it. */
  unjoined?: boolean;
}

export type Dash = 'solid' | 'dash' | 'dot';

export interface Band {
  colour: string;
  /** What it means, in the key of a picture. */
  name?: string;
  stretches: Range[];
}

/** The number of readings drawn. */
export function size(plot: LinePlot): number {
  return plot.panels.flatMap(p => p.lines).reduce((sum, line) => sum + line.x.length, 0);
}
