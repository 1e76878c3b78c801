import type { Data, Layout } from 'plotly.js';
import { h } from '../dom';
import { plain, symbol } from '../format';
import { painted, pause } from '../frames';
import { Latest } from '../latest';
import { baseLayout, draw, plotElement } from '../plot/figure';
import { spaces } from '../plot/library';
import { palette } from '../plot/theme';
import type { Companions, Path, PlayResult } from '../types';
import { Legend } from './legend';
import { companionCurves, indexAt, legendEntries } from './plane';

type Camera = [number, number, number];
const EYE: Camera = [1.5, 1.6, 0.7];

/** The least time between two drawings, in milliseconds. */
const BREATH = 30;

interface Figure {
  data: Data[];
  layout: Partial<Layout>;
}

/** The trajectory in three parameters, to turn by hand; drawn while it is on the screen. */
export class Space {
  private readonly legend = new Legend();
  private readonly plot = plotElement();
  readonly element = h(
    'div',
    { class: 'card' },
    h('h2', {}, 'Trajectory'),
    this.legend.element,
    h('div', { class: 'plotbox square' }, this.plot),
  );
  private names: string[] = [];
  private camera: Camera = EYE;
  private path: Path = {};
  private companions: Companions | null = null;
  private step = 0;
  private wired = false;
  private visible = false;
  /** Whether more than the point has changed since the last drawing. */
  private changed = false;
  private readonly redraws = new Latest(() => this.follow());

  constructor(private readonly turned: (camera: Camera) => void) {
    new IntersectionObserver(entries => {
      this.visible = entries.at(-1)?.isIntersecting ?? false;
      if (this.visible) this.redraws.ask();
    }).observe(this.element);
  }

  coordinates(names: string[], camera: Camera | null): void {
    this.names = names.slice(0, 3);
    this.camera = camera ?? EYE;
    this.element.hidden = names.length < 3;
  }

  /** Ends when it is drawn; out of sight it is drawn once it is seen. */
  async draw(result: PlayResult, companions: Companions | null): Promise<void> {
    if (this.element.hidden || !result.path[this.names[0]!]) return;
    this.legend.show(legendEntries(companions, this.names[0] === 'alpha'));
    this.path = result.path;
    this.companions = companions;
    this.changed = true;
    await this.redraw();
  }

  moveTo(step: number): void {
    if (step === this.step) return;
    this.step = step;
    this.redraws.ask();
  }

  /** What it shows; null for a model with fewer than three parameters. */
  figure(): Figure | null {
    if (this.element.hidden || !this.path[this.names[0]!]) return null;
    return { data: [...this.curves(), this.point()], layout: this.layout() };
  }

  private async redraw(): Promise<void> {
    if (!this.visible) return;
    const figure = this.changed ? this.figure() : null;
    if (figure) {
      this.changed = false;
      await draw(this.plot, figure.data, figure.layout);
      if (!this.wired) this.wire();
    } else if (this.wired) {
      const { x, y, z } = this.point() as { x: number[]; y: number[]; z: number[] };
      await (await spaces()).restyle(this.plot, { x: [x], y: [y], z: [z] }, [-1]);
    }
  }

  /** Without a graphics card a drawing takes long: the moving point gets a third of the page's time. */
  private async follow(): Promise<void> {
    const began = performance.now();
    await this.redraw();
    await painted();
    await pause(Math.max(BREATH, 2 * (performance.now() - began)));
  }

  private curves(): Data[] {
    const p = palette();
    const of = (path: Path) => this.names.map(n => path[n] ?? []) as [number[], number[], number[]];
    const descent = of(this.path);
    return [
      ...(this.names.join() === 'alpha,beta1,beta2' ? [manifold(descent[0], descent[2], p.muted)] : []),
      ...companionCurves(this.companions).map(c => curve(of(c.path), c.name, c.colour, 4)),
      curve(descent, 'gradient descent', p.series[0]!, 3),
    ];
  }

  private point(): Data {
    const i = indexAt(this.path, this.step);
    const [x, y, z] = this.names.map(n => [this.path[n]?.[i] ?? 0]);
    const marker = { size: 5, color: palette().series[1] };
    return { type: 'scatter3d', mode: 'markers', x, y, z, marker, hoverinfo: 'skip' } as Data;
  }

  private layout(): Partial<Layout> {
    const p = palette();
    const [ex, ey, ez] = this.camera;
    const side = (name: string) => ({
      title: { text: plain(symbol(name)) },
      gridcolor: p.grid,
      zerolinecolor: p.grid,
      color: p.muted,
      backgroundcolor: 'rgba(0,0,0,0)',
      nticks: 5,
      showspikes: false,
    });
    return {
      ...baseLayout(),
      margin: { l: 0, r: 0, t: 0, b: 0 },
      scene: {
        xaxis: side(this.names[0]!),
        yaxis: side(this.names[1]!),
        zaxis: side(this.names[2]!),
        aspectmode: 'cube',
        dragmode: 'orbit',
        camera: { eye: { x: ex, y: ey, z: ez }, center: { x: 0, y: 0, z: -0.12 } },
      },
    } as Partial<Layout>;
  }

  private wire(): void {
    this.wired = true;
    this.plot.on('plotly_relayout', event => {
      const eye = (event as Record<string, { eye?: { x: number; y: number; z: number } }>)['scene.camera']
        ?.eye;
      if (!eye) return;
      this.camera = [eye.x, eye.y, eye.z];
      this.turned(this.camera);
    });
  }
}

function curve([x, y, z]: [number[], number[], number[]], name: string, color: string, width: number): Data {
  return {
    type: 'scatter3d',
    mode: 'lines',
    x,
    y,
    z,
    name,
    line: { color, width },
    hoverinfo: 'name',
  } as Data;
}

/** The global minima β₁ = 0, αβ₂ = 1, over the range that the trajectory spans. */
function manifold(alphas: number[], beta2s: number[], colour: string): Data {
  const top = Math.max(...beta2s) * 1.1;
  const low = Math.max(1 / top, Math.min(...alphas) * 0.95);
  const high = Math.max(...alphas) * 1.05;
  const x = Array.from({ length: 60 }, (_, i) => low + ((high - low) * i) / 59);
  return curve([x, x.map(() => 0), x.map(a => 1 / a)], 'solution manifold αβ₂ = 1', colour, 2);
}
