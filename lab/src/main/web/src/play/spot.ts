import type { Path } from '../types';

/** The values of every column at one step. */
export interface Exact {
  step: number;
  values: Record<string, number | null>;
}

/**
 * Where a run is at a step: as it was asked for; while that is on its way, the last point of the thinned path at or before the step;
 * null where the path does not go.
 */
export function spotAt(path: Path, names: string[], step: number, exact: Exact | null): number[] | null {
  if (exact?.step === step) {
    const spot = names.map(n => exact.values[n] ?? NaN);
    return spot.every(Number.isFinite) ? spot : null;
  }
  const steps = path.step ?? [];
  const i = indexAt(path, step);
  if (steps.length === 0 || steps[i]! > step || step > steps.at(-1)!) return null;
  const spot = names.map(n => path[n]?.[i] ?? NaN);
  return spot.every(Number.isFinite) ? spot : null;
}

/** Whether a point is within ranges, one for each of its coordinates. */
export function within(point: number[], ranges: (readonly [number, number])[]): boolean {
  return point.every((v, i) => v >= ranges[i]![0] && v <= ranges[i]![1]);
}

/** The index of the last entry at or before a step. */
function indexAt(path: Path, step: number): number {
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
