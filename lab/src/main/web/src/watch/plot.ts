import { meaningOf, role, withRole } from '../columns';
import { whole, words } from '../format';
import type { Line, LinePlot, Panel, Range } from '../plot/description';
import { progressPanel } from '../plot/progress';
import { around, decades } from '../plot/ranges';
import { meant, palette } from '../plot/theme';
import type { Column, Series } from '../types';
import { critical, isCurvature } from './drawn';
import type { Parent } from './subject';

/** Fewer readings than this are marked, each with a dot. */
const FEW = 60;

/** With fewer readings than this the server leaves none out, and those of one step are of one reading. */
const ALL = 300;

/** Sharpness against the threshold, the loss and, where it was measured, the trace of the Hessian. */
export function watchPlot(
  series: Record<string, Series>,
  threshold: number | null,
  zoom: Range | null,
  last: number,
  parent: Parent | null = null,
): LinePlot {
  const range = zoom ?? [0, Math.max(1, last)];
  const there = Object.keys(series).filter(name => series[name]!.step.length > 0);
  const names = there.filter(isCurvature);
  const readings = series[withRole(Object.keys(series), 'sharpness') ?? '']?.step ?? [];
  const upper = names.map(name => {
    const drawn = line(series[name]!, name, names);
    return role(name) === 'eigenvalue' ? followed(drawn, readings) : drawn;
  });
  const own = (role: Column['role'], among = there) => {
    const name = withRole(among, role);
    return name === undefined ? [] : [line(series[name]!, name)];
  };
  const lower = own('loss', Object.keys(series));
  // A step's own curvature may jump: the others say how far the axis goes.
  const lead = upper.filter((_, i) => role(names[i]!) !== 'step-curvature');
  const [low, high] = around(threshold === null ? lead : [...lead, constant(threshold)]);
  const sharpness: Panel = { lines: upper, range: [Math.min(0, low), high], share: 1.25 };
  if (threshold !== null) sharpness.level = { value: threshold, name: 'threshold', edge: true };
  const panels: Panel[] = [sharpness, { lines: lower, range: decades(lower), log: true }];
  const progress = own('progress');
  if (progress.length > 0) panels.push(progressPanel(...progress));
  const trace = own('trace', Object.keys(series));
  if (trace.length > 0) {
    const [least, most] = around(trace);
    panels.push({ lines: trace, range: [Math.min(0, least), most], share: 0.75 });
  }
  if (parent) lineage(panels, parent);
  return { x: { title: 'step', range, whole: true, last, part: zoom !== null }, panels };
}

function constant(value: number): Line {
  return { name: '', colour: '', x: [0], y: [value] };
}

/** The colour that a column has everywhere; further eigenvalues are shades of the sharpness in their order. */
function colour(name: string, names: string[]): string {
  const eigenvalues = names.filter(n => role(n) === 'eigenvalue');
  const place = eigenvalues.indexOf(name);
  if (place < 0) return meant(meaningOf(name));
  const shade = Math.round(200 * (1 - place / (eigenvalues.length + 1)));
  return meant('run') + shade.toString(16).padStart(2, '0');
}

function line(series: Series, name: string, names: string[] = []): Line {
  const { step: x, value: y } = series;
  return { name: words(name), colour: colour(name, names), x, y, width: 1.5, dots: x.length < FEW };
}

/** An eigenvalue's line, broken at the readings in which it was not followed. */
function followed(of: Line, readings: number[]): Line {
  if (readings.length >= ALL) return of;
  const at = new Map(of.x.map((step, i) => [step, of.y[i] ?? null]));
  return { ...of, x: readings, y: readings.map(step => at.get(step) ?? null) };
}

/** Below the lines of a fork those of the run that it left, and where it did. */
function lineage(panels: Panel[], { name, step, series }: Parent): void {
  const colour = palette().muted;
  const names = Object.keys(series);
  [critical(names), withRole(names, 'loss')].forEach((column, i) => {
    const of = series[column ?? ''];
    const panel = panels[i]!;
    if (of)
      panel.lines.unshift({
        name: `parent: ${name}`,
        colour,
        x: of.step,
        y: of.value,
        width: 1,
        dash: 'dot',
      });
    panel.upright = i === 0 ? { x: step, name: `fork at step ${whole(step)}` } : { x: step };
  });
}
