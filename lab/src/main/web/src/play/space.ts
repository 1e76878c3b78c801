import type { Data, Layout, PlotlyHTMLElement } from 'plotly.js';
import { h } from '../dom';
import { plain, symbol } from '../format';
import { baseLayout, CONFIG, Plotly } from '../plot/figure';
import { palette } from '../plot/theme';
import type { Companions, Path, PlayResult } from '../types';
import { Legend } from './legend';
import { companionCurves, indexAt, legendEntries } from './plane';

type Camera = [number, number, number];
const EYE: Camera = [1.5, 1.6, 0.7];

/** The trajectory in three parameters, to turn by hand. */
export class Space {
  private readonly legend = new Legend();
  private readonly plot = h('div', { class: 'plot' }) as unknown as PlotlyHTMLElement & HTMLElement;
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
  private pointIndex = -1;
  private step = 0;
  private wired = false;
  private busy = false;
  private next: { result: PlayResult; companions: Companions | null } | null = null;

  constructor(private readonly turned: (camera: Camera) => void) {}

  coordinates(names: string[], camera: Camera | null): void {
    this.names = names.slice(0, 3);
    this.camera = camera ?? EYE;
    this.element.hidden = names.length < 3;
  }

  /** Draws as often as the graphics can: the newest waits while one is drawn. */
  draw(result: PlayResult, companions: Companions | null): void {
    if (this.element.hidden || !result.path[this.names[0]!]) return;
    this.legend.show(legendEntries(companions, this.names[0] === 'alpha'));
    this.next = { result, companions };
    if (!this.busy) void this.work();
  }

  private async work(): Promise<void> {
    this.busy = true;
    while (this.next) {
      const { result, companions } = this.next;
      this.next = null;
      this.path = result.path;
      const data = this.data(result, companions);
      this.pointIndex = data.length - 1;
      await Plotly.react(this.plot, data, this.layout(), CONFIG);
      if (!this.wired) this.wire();
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    this.busy = false;
  }

  private data(result: PlayResult, companions: Companions | null): Data[] {
    const p = palette();
    const [x, y, z] = this.names.map(n => result.path[n]!) as [number[], number[], number[]];
    const data: Data[] = [];
    if (this.names.join() === 'alpha,beta1,beta2') data.push(manifold(x, z, p.muted));
    for (const { path, name, colour } of companionCurves(companions)) {
      const [cx, cy, cz] = this.names.map(n => path[n] ?? []) as [number[], number[], number[]];
      data.push(curve(cx, cy, cz, name, colour, 4));
    }
    data.push(curve(x, y, z, 'gradient descent', p.series[0]!, 3));
    const i = indexAt(result.path, this.step);
    data.push({
      type: 'scatter3d',
      mode: 'markers',
      x: [x[i]!],
      y: [y[i]!],
      z: [z[i]!],
      marker: { size: 5, color: p.series[1] },
      hoverinfo: 'skip',
    } as Data);
    return data;
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

  moveTo(step: number): void {
    if (step === this.step) return;
    this.step = step;
    if (this.busy || this.pointIndex < 0) return;
    const i = indexAt(this.path, step);
    const at = this.names.map(n => this.path[n]?.[i] ?? 0);
    this.busy = true;
    void Plotly.restyle(this.plot, { x: [[at[0]!]], y: [[at[1]!]], z: [[at[2]!]] }, [this.pointIndex]).then(
      async () => {
        await new Promise(resolve => setTimeout(resolve, 30));
        this.busy = false;
        if (this.next) void this.work();
        else if (this.step !== step) this.moveTo(this.step);
      },
    );
  }
}

function curve(x: number[], y: number[], z: number[], name: string, colour: string, width: number): Data {
  return {
    type: 'scatter3d',
    mode: 'lines',
    x,
    y,
    z,
    name,
    line: { color: colour, width },
    hoverinfo: 'name',
  } as Data;
}

/** The global minima β₁ = 0, αβ₂ = 1, over the range that the trajectory spans. */
function manifold(alphas: number[], beta2s: number[], colour: string): Data {
  const top = Math.max(...beta2s) * 1.1;
  const low = Math.max(1 / top, Math.min(...alphas) * 0.95);
  const high = Math.max(...alphas) * 1.05;
  const x = Array.from({ length: 60 }, (_, i) => low + ((high - low) * i) / 59);
  return curve(
    x,
    x.map(() => 0),
    x.map(a => 1 / a),
    'solution manifold αβ₂ = 1',
    colour,
    2,
  );
}
