import type { PlayResult } from '../types';

/** The threshold is 2/η for gradient descent: ηS is S in units of half of it. */
export function scaleOf({ threshold }: Pick<PlayResult, 'threshold'>): number {
  return threshold ? 2 / threshold : 1;
}
