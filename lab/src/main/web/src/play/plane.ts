import type { Data, Layout } from 'plotly.js';
import { h } from '../dom';
import { plain, symbol } from '../format';
import { axis, baseLayout, draw, pixel, plotElement, value } from '../plot/figure';
import { palette } from '../plot/theme';
import { Legend } from './legend';
import type { Companions, Path, PlayResult, Settings } from '../types';

/** The index of the last entry at or before a step. */
export function indexAt(path: Path, step: number): number {
  const steps = path.step ?? [];
  let low = 0;
  let high = steps.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (steps[middle]! <= step) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The curves drawn beside the run, with their colours. */
export function companionCurves(
  companions: Companions | null,
): { path: Path; name: string; colour: string }[] {
  const { series } = palette();
  return [
    { path: companions?.flow, name: 'gradient flow', colour: series[2]! },
    { path: companions?.constrained, name: 'constrained trajectory', colour: series[4]! },
  ].flatMap(c => (c.path ? [{ ...c, path: c.path }] : []));
}

/** What the curves in the plane and in space are. */
export function legendEntries(
  companions: Companions | null,
  solutions: boolean,
): { colour: string; text: string }[] {
  const p = palette();
  return [
    { colour: p.series[0]!, text: 'gradient descent' },
    ...companionCurves(companions).map(c => ({ colour: c.colour, text: c.name })),
    ...(solutions ? [{ colour: p.muted, text: 'solutions αβ₂ = 1' }] : []),
  ];
}

/** The trajectory in a plane of two parameters; its start can be dragged, or moved with the arrow keys. */
export class Plane {
  private readonly legend = new Legend();
  private readonly plot = plotElement();
  private readonly handle = h('button', { type: 'button', class: 'handle', hidden: true });
  private readonly dot = h('span', { class: 'dot', hidden: true });
  private readonly title = h('h2', {}, 'Plane');
  readonly element = h(
    'div',
    { class: 'card plane' },
    this.title,
    this.legend.element,
    h('div', { class: 'plotbox square' }, this.plot, this.dot, this.handle),
  );
  private x = '';
  private y = '';
  private start: Settings = {};
  private draggable = false;
  private path: Path = {};
  private step = 0;
  /** While the start is dragged the axes stand still. */
  private held: { x: number[]; y: number[] } | null = null;

  constructor(private readonly moved: (start: Settings) => void) {
    this.handle.addEventListener('pointerdown', e => this.grab(e));
    this.handle.addEventListener('keydown', e => this.nudge(e));
    new ResizeObserver(() => this.place()).observe(this.plot);
  }

  /** The model's coordinates: the plane is the first and the last. */
  coordinates(names: string[], draggable: string[]): void {
    this.element.hidden = names.length < 2;
    this.x = names[0] ?? '';
    this.y = names[names.length - 1] ?? '';
    this.draggable = draggable.includes(this.x) && draggable.includes(this.y);
    const label = `start, ${this.x} and ${this.y}: drag, or use the arrow keys`;
    this.handle.setAttribute('aria-label', label);
    this.handle.title = label;
    this.title.textContent = `Plane of ${symbol(this.x)} and ${symbol(this.y)}`;
  }

  async draw(result: PlayResult, settings: Settings, companions: Companions | null): Promise<void> {
    if (this.element.hidden || !result.path[this.x]) return;
    this.path = result.path;
    this.legend.show(legendEntries(companions, settings.lambda1 !== undefined && this.x === 'alpha'));
    this.start = this.draggable
      ? { [this.x]: Number(settings[this.x]), [this.y]: Number(settings[this.y]) }
      : {};
    await draw(this.plot, this.data(result, settings, companions), this.layout());
    this.place();
  }

  private data(result: PlayResult, settings: Settings, companions: Companions | null): Data[] {
    const p = palette();
    const xs = result.path[this.x]!;
    const ys = result.path[this.y]!;
    const data: Data[] = [];
    if (settings.lambda1 !== undefined && this.x === 'alpha') {
      const edge = Math.sqrt(2 / (Number(settings.eta) * Number(settings.lambda1)));
      const all = [...xs, ...companionCurves(companions).flatMap(c => c.path[this.x] ?? []), edge];
      const low = Math.min(...all) * 0.95;
      const high = Math.max(...all) * 1.03;
      const top = Math.max(...ys) * 1.15;
      const alphas = Array.from({ length: 80 }, (_, i) => low + ((high - low) * i) / 79).filter(
        a => 1 / a < top * 1.2,
      );
      data.push(
        trace(
          alphas,
          alphas.map(a => 1 / a),
          'solution manifold αβ₂ = 1',
          p.muted,
          1.5,
        ),
        trace([edge, edge], [Math.min(...ys) * 0.9, top], 'edge λ₁α² = 2/η', p.text, 1, 'dash'),
      );
    }
    for (const { path, name, colour } of companionCurves(companions)) {
      data.push(trace(path[this.x] ?? [], path[this.y] ?? [], name, colour, 1.6));
    }
    data.push(trace(xs, ys, 'gradient descent', p.series[0]!, 1.3));
    return data;
  }

  private layout(): Partial<Layout> {
    return {
      ...baseLayout(),
      margin: { l: 56, r: 10, t: 6, b: 36 },
      hovermode: false,
      dragmode: false,
      xaxis: axis({
        title: { text: plain(symbol(this.x)), standoff: 4 },
        fixedrange: true,
        ...hold(this.held?.x),
      }),
      yaxis: axis({
        title: { text: plain(symbol(this.y)), standoff: 4 },
        fixedrange: true,
        ...hold(this.held?.y),
      }),
    } as Partial<Layout>;
  }

  moveTo(step: number): void {
    this.step = step;
    this.place();
  }

  private place(): void {
    const i = indexAt(this.path, this.step);
    put(this.plot, this.handle, Number(this.start[this.x]), Number(this.start[this.y]));
    put(this.plot, this.dot, this.path[this.x]?.[i] ?? NaN, this.path[this.y]?.[i] ?? NaN);
  }

  private grab(down: PointerEvent): void {
    down.preventDefault();
    this.handle.focus();
    this.handle.setPointerCapture(down.pointerId);
    this.held = { x: range(this.plot, 'xaxis'), y: range(this.plot, 'yaxis') };
    const move = (e: PointerEvent) => {
      const box = this.plot.getBoundingClientRect();
      const x = value(this.plot, 'xaxis', e.clientX - box.left);
      const y = value(this.plot, 'yaxis', e.clientY - box.top);
      if (x !== undefined && y !== undefined) this.send(x, y);
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

function range(plot: HTMLElement, name: 'xaxis' | 'yaxis'): number[] {
  const full = (plot as unknown as { _fullLayout: Record<string, { range: number[] }> })._fullLayout;
  return [...(full[name]?.range ?? [])];
}

function hold(range: number[] | undefined): object {
  return range ? { range, autorange: false } : { autorange: true };
}

function trace(x: number[], y: number[], name: string, colour: string, width: number, dash = 'solid'): Data {
  return { type: 'scatter', mode: 'lines', x, y, name, line: { color: colour, width, dash } } as Data;
}

function put(plot: HTMLElement, mark: HTMLElement, x: number, y: number): void {
  const px = pixel(plot, 'xaxis', x);
  const py = pixel(plot, 'yaxis', y);
  const ok = px !== undefined && py !== undefined && Number.isFinite(px) && Number.isFinite(py);
  mark.hidden = !ok;
  if (ok) mark.style.transform = `translate(${px}px, ${py}px)`;
}
