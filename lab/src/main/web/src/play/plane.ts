import { h } from '../dom';
import { symbol } from '../format';
import { Chart } from '../plot/chart';
import type { Line, LinePlot, Range } from '../plot/description';
import { across, around } from '../plot/ranges';
import { type Picture, snapshot } from '../plot/snapshot';
import { palette } from '../plot/theme';
import type { Overlays, Path, PlayResult, Settings } from '../types';
import { beside, type Curve, descent } from './curves';
import { edgeAlong, inPlane } from './landmarks';
import { type Exact, spotAt, within } from './spot';

/** Above the topmost number stands the name of the axis. */
const MARGINS = { left: 44, right: 10, top: 22, bottom: 20 };

/** The trajectory in a plane of two parameters; its start can be dragged, or moved with the arrow keys. */
export class Plane {
  private readonly chart = new Chart(MARGINS, { cursor: { show: false } }, () => this.place());
  private readonly handle = h('button', { type: 'button', class: 'handle', hidden: true });
  private readonly dot = h('span', { class: 'dot', hidden: true });
  private readonly title = h('h2', {}, 'Plane');
  private readonly xTitle = h('div', { class: 'xtitle' });
  private readonly yTitle = h('div', { class: 'ytitle' });
  readonly element = h(
    'div',
    { class: 'plane' },
    this.title,
    h('div', { class: 'plotbox' }, this.chart.element, this.yTitle, this.dot, this.handle),
    this.xTitle,
  );
  /** The lines in it, the run first. */
  key: Line[] = [];
  private x = '';
  private y = '';
  private start: Settings = {};
  private draggable = false;
  private plot: LinePlot | null = null;
  private path: Path = {};
  private step = 0;
  private exact: Exact | null = null;
  /** While the start is dragged the axes stand still. */
  private held: LinePlot | null = null;

  constructor(private readonly moved: (start: Settings) => void) {
    this.handle.addEventListener('pointerdown', e => this.grab(e));
    this.handle.addEventListener('keydown', e => this.nudge(e));
  }

  /** The model's coordinates: the plane is the first and the last. */
  coordinates(names: string[], draggable: string[]): void {
    this.element.hidden = names.length < 2;
    if (this.element.hidden) this.key = [];
    this.x = names[0] ?? '';
    this.y = names[names.length - 1] ?? '';
    this.draggable = draggable.includes(this.x) && draggable.includes(this.y);
    const label = `start, ${this.x} and ${this.y}: drag, or use the arrow keys`;
    this.handle.setAttribute('aria-label', label);
    this.handle.title = label;
    this.xTitle.textContent = symbol(this.x);
    this.yTitle.textContent = symbol(this.y);
    this.title.textContent = `Plane of ${symbol(this.x)} and ${symbol(this.y)}`;
  }

  draw(result: PlayResult, settings: Settings, overlays: Overlays | null): void {
    if (this.element.hidden || !result.path[this.x]) return;
    this.path = result.path;
    this.exact = null;
    const { curves, about, x } = this.lines(result, overlays);
    const lines = [...curves, ...about];
    this.start = this.draggable
      ? { [this.x]: Number(settings[this.x]), [this.y]: Number(settings[this.y]) }
      : {};
    const y = { title: symbol(this.y), range: this.held?.panels[0]!.range ?? atLeast(around(curves)) };
    this.plot = {
      x: { title: symbol(this.x), range: this.held?.x.range ?? wider(atLeast(x)) },
      // What comes first in the key is drawn last, over the others.
      panels: [{ ...y, lines: lines.toReversed(), key: lines }],
    };
    this.key = lines;
    this.chart.draw(this.plot.panels[0]!, this.plot.x);
    this.place();
  }

  /** What it shows; null for a model with a single parameter. */
  picture(): Picture | null {
    return this.plot && !this.element.hidden ? snapshot(this.plot, 0.75) : null;
  }

  private lines(result: PlayResult, overlays: Overlays | null): { curves: Line[]; about: Line[]; x: Range } {
    const line = ({ path, name, colour }: Curve): Line => ({
      name,
      colour,
      x: path[this.x] ?? [],
      y: path[this.y] ?? [],
    });
    const curves = [line(descent(result.path)), ...beside(overlays).map(line)];
    const landmarks = overlays?.landmarks ?? [];
    const x = extent(curves, edgeAlong(landmarks, this.x));
    const [low, high] = x;
    const [bottom, top] = around(curves.slice(0, 1), 0.1);
    const about = inPlane(palette(), landmarks, this.x, this.y, [
      [low - 0.05 * Math.abs(low), high + 0.05 * Math.abs(high)],
      [bottom, top],
    ]);
    return { curves, about, x };
  }

  moveTo(step: number): void {
    this.step = step;
    this.place();
  }

  /** The values at a step have come. */
  read(exact: Exact): void {
    this.exact = exact;
    this.place();
  }

  private place(): void {
    this.put(this.handle, [Number(this.start[this.x]), Number(this.start[this.y])]);
    const spot = spotAt(this.path, [this.x, this.y], this.step, this.exact);
    const ranges = this.plot ? [this.plot.x.range, this.plot.panels[0]!.range] : [];
    this.put(this.dot, spot && ranges.length > 0 && within(spot, ranges) ? spot : null);
  }

  private put(mark: HTMLElement, at: number[] | null): void {
    const [left, top] = this.chart.place(at?.[0] ?? NaN, at?.[1] ?? NaN);
    mark.hidden = !Number.isFinite(left) || !Number.isFinite(top);
    mark.dataset.at = at?.join() ?? '';
    if (!mark.hidden) mark.style.transform = `translate(${left}px, ${top}px)`;
  }

  private grab(down: PointerEvent): void {
    down.preventDefault();
    this.handle.focus();
    this.handle.setPointerCapture(down.pointerId);
    this.held = this.plot;
    const move = (e: PointerEvent) => {
      const box = this.chart.element.getBoundingClientRect();
      const [x, y] = this.chart.point(e.clientX - box.left, e.clientY - box.top);
      const [ranged] = this.held?.panels ?? [];
      // The hand may leave the plot, the start does not.
      this.send(clamped(x, this.held?.x.range), clamped(y, ranged?.range));
    };
    const end = () => {
      this.held = null;
      this.moved({ ...this.start });
      this.handle.removeEventListener('pointermove', move);
      this.handle.removeEventListener('pointerup', end);
      this.handle.removeEventListener('pointercancel', end);
    };
    this.handle.addEventListener('pointermove', move);
    this.handle.addEventListener('pointerup', end);
    this.handle.addEventListener('pointercancel', end);
  }

  private nudge(e: KeyboardEvent): void {
    const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[e.key];
    if (!by) return;
    e.preventDefault();
    const grain = e.shiftKey ? 0.1 : 0.01;
    const x = Number(this.start[this.x]);
    const y = Number(this.start[this.y]);
    this.send(x + by[0]! * grain * (Math.abs(x) || 1), y + by[1]! * grain * (Math.abs(y) || 1));
  }

  private send(x: number, y: number): void {
    this.start = { [this.x]: Number(x.toPrecision(4)), [this.y]: Number(y.toPrecision(4)) };
    this.place();
    this.moved({ ...this.start });
  }
}

/** As far as the curves go, and to the edge where it is as near to them as they are long: elsewhere it would make a dot of them. */
function extent(curves: Line[], edge: number): Range {
  const [low, high] = across(curves);
  const span = Math.max(high - low, 0.1 * Math.abs(high));
  return edge > low - span && edge < high + span ? [Math.min(low, edge), Math.max(high, edge)] : [low, high];
}

function clamped(value: number, [low, high]: Range = [-Infinity, Infinity]): number {
  return Math.min(high, Math.max(low, value));
}

/** As wide as its numbers can be told apart. */
function atLeast([low, high]: Range): Range {
  const least = SEEN * Math.max(Math.abs(low), Math.abs(high));
  const more = Math.max(0, least - (high - low)) / 2;
  return [low - more, high + more];
}

/** The smallest span of an axis, in parts of its numbers: four digits tell its ticks apart. */
const SEEN = 0.01;

function wider([low, high]: Range): Range {
  return [low - 0.03 * (high - low), high + 0.03 * (high - low)];
}
