import type { Columns } from './drawing';
import { size } from './drawing';

/** How runs pass the edge of stability, from calm to wild, with what it means. */
export const PASSAGES: Record<string, string> = {
  'below the edge': 'never crosses it',
  'through the edge': 'crosses it and is held there, or has come to rest below',
  'from beyond the edge': 'starts above it and comes down',
  oscillating: 'crosses it and turns about every few steps to the end: an orbit, or chaos',
  diverged: 'grows beyond all numbers',
};

/** The words for the column. */
export const PASSAGE = { passage: 'passage of the edge' };

/** A run that takes fewer steps than this from turn to turn does not pass the edge cycle by cycle, it oscillates. */
const FEW = 20;

/** What the passage is found from. */
const NEEDED = ['regime', 'firstCrossing', 'cycles', 'steps'];

/** The columns of a sweep with how each run passes the edge, where they tell it. */
export function withPassage(columns: Columns): Columns {
  if (!NEEDED.every(name => columns[name])) return columns;
  return { ...columns, passage: Array.from({ length: size(columns) }, (_, i) => passage(columns, i)) };
}

function passage(columns: Columns, i: number): string {
  const regime = columns.regime![i];
  if (regime === 'diverged') return 'diverged';
  const [crossing, cycles, steps] = ['firstCrossing', 'cycles', 'steps'].map(name =>
    Number(columns[name]![i]),
  );
  if (crossing! < 0) return 'below the edge';
  if (regime !== 'converged' && cycles! * FEW > steps!) return 'oscillating';
  return crossing === 0 ? 'from beyond the edge' : 'through the edge';
}
