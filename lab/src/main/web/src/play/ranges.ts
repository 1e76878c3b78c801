import type { PlayResult, Series } from '../types';

/** The smallest and the largest reading. */
function extent(values: (number | null)[]): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value === null) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/** The decades that the loss spans, for a logarithmic axis; its parts may leave them. */
export function decades(loss: Series | undefined): [number, number] {
  const [low, high] = extent((loss?.value ?? []).map(v => (v !== null && v > 0 ? Math.log10(v) : null)));
  return low <= high ? [low - 0.5, high + 0.5] : [-1, 1];
}

/** The threshold is 2/η for gradient descent: ηS is S in units of half of it. */
export function scaleOf(result: PlayResult): number {
  return result.threshold ? 2 / result.threshold : 1;
}

/** Around the edge at 2, as far as ηS goes. */
export function aroundEdge(sharpness: Series | undefined, scale: number): [number, number] {
  const [least, most] = extent(sharpness?.value ?? []);
  const low = Math.min(2, least * scale);
  const high = Math.max(2, most * scale);
  const room = 0.12 * Math.max(high - low, 0.5);
  return [Math.max(0, low - room), high + room];
}
