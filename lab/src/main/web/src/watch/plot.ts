import { words } from '../format';
import type { Line, LinePlot, Panel } from '../plot/description';
import { around, decades } from '../plot/ranges';
import { palette } from '../plot/theme';
import type { Series } from '../types';

/** Fewer readings than this are marked, each with a dot. */
const FEW = 60;

/** The column held against the threshold: the preconditioned sharpness of a rule that has one. */
export function critical(columns: string[]): string {
  return columns.includes('preconditionedSharpness') ? 'preconditionedSharpness' : 'sharpness';
}

/** The columns of the upper plot that a run has: the sharpness, the eigenvalues below it, the flow's sharpness. */
function curvatures(columns: string[]): string[] {
  if (critical(columns) !== 'sharpness') return [critical(columns)];
  return columns.filter(
    c => c === 'sharpness' || c === 'gfsSharpness' || /^eigenvalue([2-9]|\d\d+)$/.test(c),
  );
}

/** The columns that the plot draws. */
export function drawn(columns: string[]): string[] {
  return [...curvatures(columns), ...columns.filter(c => c === 'loss')];
}

/** Sharpness against the threshold, and the loss. */
export function watchPlot(
  series: Record<string, Series>,
  threshold: number | null,
  range: [number, number],
  last: number,
): LinePlot {
  const upper = curvatures(Object.keys(series)).map(name => line(series[name]!, name));
  const lower = series.loss ? [line(series.loss, 'loss')] : [];
  const [low, high] = around(threshold === null ? upper : [...upper, constant(threshold)]);
  const sharpness: Panel = { lines: upper, range: [Math.min(0, low), high], share: 1.25 };
  if (threshold !== null) sharpness.level = { value: threshold, name: 'threshold' };
  return {
    x: { title: 'step', range, whole: true, last },
    panels: [sharpness, { lines: lower, range: decades(lower), log: true }],
  };
}

function constant(value: number): Line {
  return { name: '', colour: '', x: [0], y: [value] };
}

/** The colour that a column has in Play; further eigenvalues get those that are left. */
function colour(name: string): string {
  const { series } = palette();
  const eigenvalue = /^eigenvalue(\d+)$/.exec(name);
  if (eigenvalue) return series[[4, 3, 5][Number(eigenvalue[1]) % 3]!]!;
  return series[{ sharpness: 0, preconditionedSharpness: 0, loss: 1, gfsSharpness: 2 }[name] ?? 0]!;
}

function line(series: Series, name: string): Line {
  const { step: x, value: y } = series;
  return { name: words(name), colour: colour(name), x, y, width: 1.5, dots: x.length < FEW };
}
