import type uPlot from 'uplot';
import type { Dash, Line, Panel, Range } from './description';
import { meant, palette } from './theme';

export const DASHES: Record<Dash, number[]> = { solid: [], dash: [6, 4], dot: [1.5, 3] };

/** Beyond this many pixels outside, a point need not be exact. */
const FAR = 1e4;

const DOT = 2.5;

/** The radius of one of many. */
const SPECK = 1.1;

/** A line through its readings, in the canvas's pixels; where there is no reading, or no logarithm of it, there is a gap. */
export function path(plot: uPlot, line: Line, log = false): uPlot.Series.Paths {
  const { left, top, width, height } = plot.bbox;
  const forward = (v: number) => (log ? Math.log10(v) : v);
  const { min: x0, max: x1 } = plot.scales.x as { min: number; max: number };
  const { min, max } = plot.scales.y as { min: number; max: number };
  const low = forward(min);
  const perX = width / (x1 - x0);
  const perY = height / (forward(max) - low);
  const stroke = new Path2D();
  const fill = line.dots || line.unjoined ? new Path2D() : null;
  const radius = (line.unjoined ? SPECK : DOT) * devicePixelRatio;
  let drawing = false;
  line.y.forEach((reading, i) => {
    const v = reading === null ? NaN : forward(reading);
    if (!Number.isFinite(v)) {
      drawing = false;
      return;
    }
    const x = left + (line.x[i]! - x0) * perX;
    const y = Math.max(top - FAR, Math.min(top + height + FAR, top + height - (v - low) * perY));
    if (line.unjoined) drawing = false;
    else if (drawing) stroke.lineTo(x, y);
    else stroke.moveTo(x, y);
    drawing = !line.unjoined;
    if (fill) {
      fill.moveTo(x + radius, y);
      fill.arc(x, y, radius, 0, 2 * Math.PI);
    }
  });
  return { stroke, fill };
}

/** The bands of a panel, behind all else. */
export function shade({ ctx, bbox }: uPlot, panel: Panel, [low, high]: Range): void {
  const at = (x: number) => bbox.left + Math.min(1, Math.max(0, (x - low) / (high - low))) * bbox.width;
  for (const { colour, stretches } of panel.bands ?? []) {
    ctx.fillStyle = colour;
    for (const [from, to] of stretches) ctx.fillRect(at(from), bbox.top, at(to) - at(from), bbox.height);
  }
}

/** The dashed lines of a panel: across at its level, and upright. */
export function dashes(plot: uPlot, { level, upright }: Panel): void {
  const { left, top, width, height } = plot.bbox;
  const y = level ? Math.round(plot.valToPos(level.value, 'y', true)) + 0.5 : NaN;
  if (y >= top && y <= top + height) dashed(plot, [left, y], [left + width, y], level?.edge);
  const x = upright ? Math.round(plot.valToPos(upright.x, 'x', true)) + 0.5 : NaN;
  if (x >= left && x <= left + width) dashed(plot, [x, top], [x, top + height]);
}

function dashed({ ctx }: uPlot, from: [number, number], to: [number, number], edge = false): void {
  ctx.save();
  ctx.strokeStyle = edge ? meant('edge') : palette().text;
  ctx.lineWidth = (edge ? 1.5 : 1) * devicePixelRatio;
  ctx.setLineDash(DASHES.dash.map(d => d * devicePixelRatio));
  ctx.beginPath();
  ctx.moveTo(...from);
  ctx.lineTo(...to);
  ctx.stroke();
  ctx.restore();
}
