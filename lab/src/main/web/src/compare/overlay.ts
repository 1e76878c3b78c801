import { words } from '../format';
import type { Line, LinePlot, Range } from '../plot/description';
import { across, around, decades } from '../plot/ranges';
import { palette } from '../plot/theme';
import type { RunColumns, Series } from '../types';
import type { CompareState } from './state';

export interface Shown {
  id: string;
  /** Its place among the chosen runs, which has a colour. */
  place: number;
  label: string;
  columns: RunColumns;
}

/** The value of a rising series at a step, between its points by proportion. */
function at(series: Series, step: number): number {
  const { step: steps, value: values } = series;
  let high = steps.findIndex(s => s >= step);
  if (high < 0) high = steps.length - 1;
  const low = Math.max(0, high - 1);
  const span = steps[high]! - steps[low]!;
  const t = span === 0 ? 0 : (step - steps[low]!) / span;
  return values[low]! + t * (values[high]! - values[low]!);
}

/** The steps of a run in a stretch of the x axis; null for all of them. */
export function stepsIn(
  run: Shown | undefined,
  axis: CompareState['axis'],
  zoom: Range | null,
): Range | null {
  if (axis === 'step' || zoom === null) return zoom;
  const clock = run?.columns.columns.time;
  if (!clock) return null;
  const inverse = { step: clock.value, value: clock.step } as Series;
  return [at(inverse, zoom[0]), at(inverse, zoom[1])];
}

/** One column of several runs, over steps or over time η·t; `zoom` is the stretch of it on the screen, if not all. */
export function overlay(
  shown: Shown[],
  { column, axis, scale }: Pick<CompareState, 'column' | 'axis' | 'scale'>,
  zoom: Range | null,
): LinePlot {
  const { series } = palette();
  const lines = shown.flatMap((run): Line[] => {
    const values = run.columns.columns[column];
    const clock = run.columns.columns.time;
    if (!values) return [];
    const x = axis === 'time' && clock ? values.step.map(s => at(clock, s)) : values.step;
    const dash = run.place < series.length ? 'solid' : 'dash';
    return [
      { name: run.label, colour: series[run.place % series.length]!, x, y: values.value, width: 1.5, dash },
    ];
  });
  const log = scale === 'log';
  return {
    x: {
      title: axis === 'time' ? 'time η·t' : 'step',
      range: zoom ?? across(lines),
      whole: axis === 'step',
      part: zoom !== null,
    },
    panels: [{ title: words(column), lines, log, range: log ? decades(lines) : around(lines) }],
  };
}
