import type { Range } from './description';

/** The widest plot that the server thins rows for, in pixels. */
const WIDEST = 4096;

/**
 * What to ask the server for: the rows of some steps, thinned to the pixels that they share on the screen; of a part of the steps
 * as many more on either side, so that the lines go on to the plot's edges.
 */
export function stretch(steps: Range | null, pixels: number): { from?: number; to?: number; pixels: number } {
  if (steps === null) return { pixels };
  const [low, high] = steps;
  const span = high - low;
  return {
    from: Math.max(0, Math.floor(low - span)),
    to: Math.max(0, Math.ceil(high + span)),
    pixels: Math.min(WIDEST, 3 * pixels),
  };
}
