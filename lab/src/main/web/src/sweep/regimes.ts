import { palette } from '../plot/theme';

/** The regimes in the order of their colours, from calm to wild. */
export const REGIMES = ['stable', 'converged', 'edge', 'collapsed', 'diverged'];

export function regimeColour(i: number): string {
  const { series, grid } = palette();
  return [grid, series[0], series[4], series[3], series[1]][i] ?? grid;
}
