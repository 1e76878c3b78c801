import type { Data, Layout } from 'plotly.js';
import { h } from '../dom';
import { plain, symbol } from '../format';
import { type Point, turned } from '../plot/camera';
import { baseLayout } from '../plot/figure';
import { extent } from '../plot/ranges';
import { type Curve3, paint, type Scene } from '../plot/scene';
import { Visibility } from '../plot/visibility';
import { palette } from '../plot/theme';
import type { Overlays, Path, PlayResult } from '../types';
import { beside, type Curve, descent } from './curves';
import { inSpace } from './landmarks';
import { type Exact, spotAt, within } from './spot';

const EYE: Point = [1.5, 1.6, 0.7];

/** Radians that a pixel of dragging, and an arrow key, turn. */
const PER_PIXEL = 0.01;
const PER_KEY = 0.1;

interface Figure {
  data: Data[];
  layout: Partial<Layout>;
}

/** The trajectory in three parameters, to turn by hand; drawn while it is on the screen. */
export class Space {
  private readonly canvas = h('canvas', { tabindex: 0, role: 'img' });
  private readonly box = h('div', { class: 'plotbox' }, this.canvas);
  readonly element = h('div', { class: 'space' }, h('h2', {}, 'Space'), this.box);
  private names: string[] = [];
  private eye: Point = EYE;
  private scene: Scene | null = null;
  private path: Path = {};
  private step = 0;
  private exact: Exact | null = null;
  private waiting = 0;
  private readonly visibility = new Visibility(this.box, () => this.paint());

  constructor(private readonly turnedTo: (eye: Point) => void) {
    new ResizeObserver(() => this.later()).observe(this.box);
    this.canvas.addEventListener('pointerdown', e => this.grab(e));
    this.canvas.addEventListener('dblclick', () => this.look(EYE));
    this.canvas.addEventListener('keydown', e => this.key(e));
    this.canvas.addEventListener(
      'wheel',
      e => {
        // Until it is clicked on, the wheel moves the page.
        if (document.activeElement !== this.canvas) return;
        e.preventDefault();
        this.look(turned(this.eye, 0, 0, Math.exp(e.deltaY / 600)));
      },
      { passive: false },
    );
  }

  coordinates(names: string[], eye: Point | null): void {
    this.names = names.slice(0, 3);
    this.eye = eye ?? EYE;
    this.element.hidden = names.length < 3;
    const axes = this.names.map(symbol).join(', ');
    this.canvas.setAttribute(
      'aria-label',
      `trajectory over ${axes}: drag, or use the arrow keys, to turn it`,
    );
  }

  draw(result: PlayResult, overlays: Overlays | null): void {
    if (this.element.hidden || !result.path[this.names[0]!]) return;
    this.path = result.path;
    this.exact = null;
    this.scene = this.sceneOf(result.path, overlays);
    this.visibility.ask();
  }

  moveTo(step: number): void {
    if (step === this.step) return;
    this.step = step;
    this.later();
  }

  /** The values at a step have come. */
  read(exact: Exact): void {
    this.exact = exact;
    this.later();
  }

  /** What it shows, for a report in which it can be turned; null for a model with fewer than three parameters. */
  figure(): Figure | null {
    return this.scene && !this.element.hidden ? figure(this.scene, this.eye) : null;
  }

  private sceneOf(path: Path, overlays: Overlays | null): Scene {
    const curve = ({ path, name, colour }: Curve, width: number): Curve3 => ({
      name,
      colour,
      width,
      at: this.names.map(n => path[n] ?? []),
    });
    const curves = [curve(descent(path), 1.3), ...beside(overlays).map(c => curve(c, 1.8))];
    curves.push(...inSpace(palette(), overlays?.landmarks ?? [], this.names, near(curves[0]!)));
    const axes = this.names.map((name, i) => {
      const ranges = curves.map(c => extent(c.at[i]!));
      const low = Math.min(...ranges.map(r => r[0]));
      const high = Math.max(...ranges.map(r => r[1]));
      const room = 0.02 * (high - low || 1);
      return { title: symbol(name), range: [low - room, high + room] as [number, number] };
    });
    return { axes, curves: curves.reverse() };
  }

  /** Draws it once before the next frame, whatever changes until then. */
  private later(): void {
    this.waiting ||= requestAnimationFrame(() => this.visibility.ask());
  }

  private paint(): void {
    cancelAnimationFrame(this.waiting);
    this.waiting = 0;
    if (!this.scene) return;
    const width = Math.round(this.box.clientWidth * devicePixelRatio);
    const height = Math.round(this.box.clientHeight * devicePixelRatio);
    if (width !== this.canvas.width || height !== this.canvas.height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
    const at = spotAt(this.path, this.names, this.step, this.exact);
    const ranges = this.scene.axes.map(axis => axis.range);
    const spot = at && within(at, ranges) ? (at as Point) : null;
    paint(this.canvas.getContext('2d')!, this.scene, this.eye, spot);
    this.canvas.dataset.spot = spot?.join() ?? '';
    this.canvas.dataset.eye = this.eye.map(c => c.toFixed(2)).join();
  }

  private look(eye: Point): void {
    this.eye = eye;
    this.later();
    this.turnedTo(eye);
  }

  private grab(down: PointerEvent): void {
    this.canvas.setPointerCapture(down.pointerId);
    let { clientX, clientY } = down;
    const move = (e: PointerEvent) => {
      this.look(turned(this.eye, (clientX - e.clientX) * PER_PIXEL, (e.clientY - clientY) * PER_PIXEL));
      ({ clientX, clientY } = e);
    };
    this.canvas.addEventListener('pointermove', move);
    this.canvas.addEventListener(
      'lostpointercapture',
      () => this.canvas.removeEventListener('pointermove', move),
      { once: true },
    );
  }

  private key(e: KeyboardEvent): void {
    const by = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[e.key];
    if (!by) return;
    e.preventDefault();
    this.look(turned(this.eye, by[0]! * PER_KEY, by[1]! * PER_KEY));
  }
}

/** The box of a curve and a little more. */
function near({ at }: Curve3): [number, number][] {
  return at.map(values => {
    const [low, high] = extent(values);
    const room = 0.1 * (high - low);
    return [low - 0.05 * Math.abs(low) - room, high + 0.05 * Math.abs(high) + room];
  });
}

function figure({ axes, curves }: Scene, [x, y, z]: Point): Figure {
  const p = palette();
  const data = curves.map(({ name, colour, width, at }) => ({
    type: 'scatter3d',
    mode: 'lines',
    x: at[0],
    y: at[1],
    z: at[2],
    name,
    line: { color: colour, width: 2 * width },
    hoverinfo: 'name',
  })) as Data[];
  const side = (i: number) => ({ title: { text: plain(axes[i]!.title) }, gridcolor: p.grid, color: p.muted });
  const scene = {
    xaxis: side(0),
    yaxis: side(1),
    zaxis: side(2),
    aspectmode: 'cube',
    camera: { eye: { x, y, z } },
  };
  return { data, layout: { ...baseLayout(), margin: { l: 0, r: 0, t: 0, b: 0 }, scene } as Partial<Layout> };
}
