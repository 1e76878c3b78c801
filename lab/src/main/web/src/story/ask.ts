import type { Claims, Overlays, PlayResult } from '../types';

/** Asks the program's own Java, compiled: a question of `org.eoslab.view.Questions`, and what goes with it. */
export type Ask = (question: string, body: object) => Promise<unknown>;

export type Experiment = Record<string, unknown>;

/** Equally many values from `low` to `high`, of a coordinate or a setting. */
export interface GridAxis {
  name: string;
  low: number;
  high: number;
  points: number;
}

export interface Landscape {
  x: number[];
  y?: number[];
  loss: number[];
  sharpness: (number | null)[];
  next?: number[];
}

export interface Orbits {
  values: number[];
  orbits: number[][];
  periods: number[];
}

export interface Family {
  values: number[];
  outcomes: string[];
  firstCrossing: number[];
  cycles: number[];
  stepsToLoss: number[];
  largestCurvature: number[];
  last: Record<string, (number | null)[]>;
}

/** A run, with every step of some columns: of at most 8,192 steps; of its path what can be seen. */
export function play(ask: Ask, experiment: Experiment, columns: string[]): Promise<PlayResult> {
  return ask('play', { experiment, columns, pixels: 4096 }) as Promise<PlayResult>;
}

/** A run of which only the path and the last values are wanted. */
export function paths(ask: Ask, experiment: Experiment, columns: string[]): Promise<PlayResult> {
  return ask('play', { experiment, columns, pixels: 1 }) as Promise<PlayResult>;
}

export function landscape(ask: Ask, experiment: Experiment, x: GridAxis, y?: GridAxis): Promise<Landscape> {
  return ask('landscape', { experiment, x, y }) as Promise<Landscape>;
}

export function orbits(ask: Ask, experiment: Experiment, axis: GridAxis, keep: number): Promise<Orbits> {
  return ask('orbits', { experiment, axis, keep }) as Promise<Orbits>;
}

export function family(
  ask: Ask,
  experiment: Experiment,
  axis: GridAxis,
  columns: string[],
  targetLoss?: number,
): Promise<Family> {
  return ask('family', { experiment, axis, columns, targetLoss }) as Promise<Family>;
}

/** The claims, checked; `quick` only those that make no other runs, the others' verdict is `computing`. */
export function claims(ask: Ask, experiment: Experiment, quick = false): Promise<Claims> {
  return ask('claims', { experiment, quick }) as Promise<Claims>;
}

/** What there is beside a run. */
export function overlays(ask: Ask, experiment: Experiment): Promise<Overlays> {
  return ask('overlays', { experiment }) as Promise<Overlays>;
}

/** A column's readings; what is no number is NaN. */
export function column(run: PlayResult, name: string): number[] {
  return run.columns[name]!.value.map(value => value ?? NaN);
}
