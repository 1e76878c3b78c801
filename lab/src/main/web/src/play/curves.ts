import { palette } from '../plot/theme';
import type { Companions, Path } from '../types';

/** A curve in the plane and in space. */
export interface Curve {
  path: Path;
  name: string;
  colour: string;
}

/** The run. */
export function descent(path: Path): Curve {
  return { path, name: 'gradient descent', colour: palette().series[0]! };
}

/** What is drawn beside the run. */
export function beside(companions: Companions | null): Curve[] {
  const { series } = palette();
  return [
    { path: companions?.flow, name: 'gradient flow', colour: series[2]! },
    { path: companions?.constrained, name: 'constrained trajectory', colour: series[4]! },
  ].flatMap(c => (c.path ? [{ ...c, path: c.path }] : []));
}

export const SOLUTIONS = 'solutions αβ₂ = 1';

/** The index of the last entry at or before a step. */
export function indexAt(path: Path, step: number): number {
  const steps = path.step ?? [];
  let low = 0;
  let high = steps.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (steps[middle]! <= step) low = middle;
    else high = middle - 1;
  }
  return low;
}
