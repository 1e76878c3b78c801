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

/** What is held against the threshold by its side: the sharpness, that of the flow, that of batches, the eigenvalues below it. */
const CURVATURES = /^(sharpness|gfsSharpness|batchSharpness|eigenvalue([2-9]|\d\d+))$/;

/** The columns of the upper plot that a run has. */
function curvatures(columns: string[]): string[] {
  return critical(columns) === 'sharpness' ? columns.filter(c => CURVATURES.test(c)) : [critical(columns)];
}

/** The columns that the plot draws. */
export function drawn(columns: string[]): string[] {
  return [...curvatures(columns), ...columns.filter(c => c === 'loss' || c === 'hessianTrace')];
}

/** Sharpness against the threshold, the loss and, where it was measured, the trace of the Hessian. */
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
  const panels: Panel[] = [sharpness, { lines: lower, range: decades(lower), log: true }];
  if (series.hessianTrace) {
    const trace = [line(series.hessianTrace, 'hessianTrace')];
    const [least, most] = around(trace);
    panels.push({ lines: trace, range: [Math.min(0, least), most], share: 0.75 });
  }
  return { x: { title: 'step', range, whole: true, last }, panels };
}

function constant(value: number): Line {
  return { name: '', colour: '', x: [0], y: [value] };
}

/** The colour that a column has in Play; further eigenvalues get those that are left. */
function colour(name: string): string {
  const { series } = palette();
  const eigenvalue = /^eigenvalue(\d+)$/.exec(name);
  if (eigenvalue) return series[[4, 3, 5][Number(eigenvalue[1]) % 3]!]!;
  return series[
    {
      sharpness: 0,
      preconditionedSharpness: 0,
      loss: 1,
      gfsSharpness: 2,
      batchSharpness: 2,
      hessianTrace: 3,
    }[name] ?? 0
  ]!;
}

function line(series: Series, name: string): Line {
  const { step: x, value: y } = series;
  return { name: words(name), colour: colour(name), x, y, width: 1.5, dots: x.length < FEW };
}
