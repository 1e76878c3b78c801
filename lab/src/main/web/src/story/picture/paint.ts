import { contours } from 'd3-contour';
import { ink, shade } from './colours';
import type { Band, Contours, Dots, Label, Line, Mark } from './scene';
import { FONT } from '../../plot/figure';
import { palette } from '../../plot/theme';

/** Where a panel's marks go: from values to pixels of the canvas. */
export interface Ground {
  ctx: CanvasRenderingContext2D;
  x: (value: number) => number;
  y: (value: number) => number;
  /** Pixels of the canvas in a pixel of the screen. */
  ratio: number;
  /** The size of letters, in pixels of the canvas. */
  em: number;
  box: { left: number; top: number; width: number; height: number };
}

/** Beyond this many pixels outside, a point need not be exact. */
const FAR = 1e4;

/** Dots up to this radius are squares, which are quick: nobody sees the corners. */
const FINE = 1;

/** How much is left of what is not pointed at. */
const PALE = 0.22;

/** Paints marks in their order; of those that have names all but `lit`, if it is one of them, pale. */
export function paint(ground: Ground, marks: Mark[], lit: string | null): void {
  const named = marks.some(mark => mark.name === lit);
  for (const mark of marks) {
    ground.ctx.save();
    if (lit !== null && named && mark.name !== undefined && mark.name !== lit) ground.ctx.globalAlpha = PALE;
    paintOne(ground, mark);
    ground.ctx.restore();
  }
}

function paintOne(ground: Ground, mark: Mark): void {
  switch (mark.kind) {
    case 'line':
      return line(ground, mark);
    case 'dots':
      return dots(ground, mark);
    case 'label':
      return label(ground, mark);
    case 'band':
      return band(ground, mark);
    case 'contours':
      return heights(ground, mark);
  }
}

function line(ground: Ground, mark: Line): void {
  const { ctx, ratio } = ground;
  ctx.strokeStyle = shade(mark.colour);
  ctx.lineWidth = (mark.width ?? 2) * ratio;
  ctx.lineJoin = 'round';
  ctx.setLineDash((mark.dash ?? []).map(length => length * ratio));
  ctx.beginPath();
  trace(ground, mark);
  ctx.stroke();
}

/** Goes through the points; of those that share a column of pixels through the first, the lowest, the highest and the last. */
function trace({ ctx, x, y }: Ground, mark: Line): void {
  let drawing = false;
  let i = 0;
  while (i < mark.x.length) {
    const left = x(mark.x[i]!);
    const first = clamped(y(mark.y[i]!));
    if (Number.isNaN(first)) {
      drawing = false;
      i++;
      continue;
    }
    if (drawing) ctx.lineTo(left, first);
    else ctx.moveTo(left, first);
    drawing = true;
    let [low, high, last] = [first, first, first];
    const column = Math.floor(left);
    for (i++; i < mark.x.length && Math.floor(x(mark.x[i]!)) === column; i++) {
      const next = clamped(y(mark.y[i]!));
      if (Number.isNaN(next)) break;
      low = Math.min(low, next);
      high = Math.max(high, next);
      last = next;
    }
    if (low < first && low !== last) ctx.lineTo(left, low);
    if (high > first && high !== last) ctx.lineTo(left, high);
    if (last !== first || low !== high) ctx.lineTo(left, last);
  }
}

function clamped(at: number): number {
  return Math.max(-FAR, Math.min(FAR, at));
}

function dots({ ctx, x, y, ratio }: Ground, mark: Dots): void {
  const radius = (mark.radius ?? 3.5) * ratio;
  const first = mark.fade ?? 1;
  const alpha = ctx.globalAlpha;
  ctx.fillStyle = shade(mark.colour);
  if (radius <= FINE * ratio) {
    for (let i = 0; i < mark.x.length; i++) {
      ctx.fillRect(x(mark.x[i]!) - radius, y(mark.y[i]!) - radius, 2 * radius, 2 * radius);
    }
    return;
  }
  for (let i = 0; i < mark.x.length; i++) {
    ctx.globalAlpha = alpha * (first + ((1 - first) * (i + 1)) / mark.x.length);
    ctx.beginPath();
    ctx.arc(x(mark.x[i]!), y(mark.y[i]!), radius, 0, 2 * Math.PI);
    ctx.fill();
  }
}

function label({ ctx, x, y, ratio, em, box }: Ground, mark: Label): void {
  const align = mark.align ?? 'left';
  ctx.font = `${em}px ${FONT}`;
  ctx.textAlign = align;
  ctx.textBaseline = 'alphabetic';
  ctx.fillStyle = ink(mark.colour);
  const above = mark.above ?? 6;
  const down = mark.level
    ? y(mark.y)
    : above >= 0
      ? y(mark.y) - above * ratio
      : y(mark.y) + -above * ratio + 0.75 * em;
  if (mark.level) ctx.textBaseline = 'middle';
  const width = ctx.measureText(mark.text).width;
  // It stays in the picture.
  const left = x(mark.x) - (align === 'right' ? width : align === 'center' ? width / 2 : 0);
  const inside = Math.max(box.left, Math.min(box.left + box.width - width, left));
  ctx.textAlign = 'left';
  const baseline = Math.max(box.top + em, Math.min(box.top + box.height - 4 * ratio, down));
  // Lines behind the letters end before them.
  ctx.strokeStyle = palette().paper;
  ctx.lineWidth = 4 * ratio;
  ctx.lineJoin = 'round';
  ctx.strokeText(mark.text, inside, baseline);
  ctx.fillText(mark.text, inside, baseline);
}

function band({ ctx, x, y, box }: Ground, mark: Band): void {
  const [left, right] = mark.x ? [x(mark.x[0]), x(mark.x[1])] : [box.left, box.left + box.width];
  const [bottom, top] = mark.y ? [y(mark.y[0]), y(mark.y[1])] : [box.top + box.height, box.top];
  ctx.fillStyle = shade(mark.colour);
  ctx.fillRect(left, top, right - left, bottom - top);
}

/** From the grid's places, in which contours are, to values: its values are equally far apart. */
function along(values: number[]): (place: number) => number {
  const [first, last] = [values[0]!, values[values.length - 1]!];
  // A value stands in the middle of its place.
  return place => first + ((place - 0.5) * (last - first)) / (values.length - 1);
}

function heights(ground: Ground, mark: Contours): void {
  const { ctx, ratio } = ground;
  const size = contours().size([mark.x.length, mark.y.length]).smooth(true);
  if (mark.above) {
    const level = mark.above.level;
    const values = mark.above.values.map(value => value ?? Infinity);
    ctx.fillStyle = shade('unstable');
    outline(ground, mark, size.contour(values, level).coordinates);
    ctx.fill('evenodd');
  }
  ctx.strokeStyle = shade('muted');
  ctx.lineWidth = 0.8 * ratio;
  const alpha = ctx.globalAlpha;
  mark.levels.forEach((level, i) => {
    ctx.globalAlpha = alpha * (0.35 + (0.45 * i) / mark.levels.length);
    outline(ground, mark, size.contour(mark.values, level).coordinates);
    ctx.stroke();
  });
}

function outline({ ctx, x, y }: Ground, mark: Contours, polygons: number[][][][]): void {
  const [ofX, ofY] = [along(mark.x), along(mark.y)];
  ctx.beginPath();
  for (const ring of polygons.flat()) {
    ring.forEach(([i, j], k) => {
      const [px, py] = [x(ofX(i!)), y(ofY(j!))];
      if (k === 0) ctx.moveTo(px, py);
      else ctx.lineTo(px, py);
    });
  }
}
