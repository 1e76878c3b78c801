import type { Line, Panel } from './description';

/** The relative progress of each step: from gradient flow's −1 to what steps at the edge have on average, 0, and somewhat beyond. */
export function progressPanel(...lines: Line[]): Panel {
  return { lines, range: [-1.1, 0.6], level: { value: 0 }, share: 0.6 };
}
