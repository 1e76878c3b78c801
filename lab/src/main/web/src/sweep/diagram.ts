import type { Data, Layout, PlotlyHTMLElement } from 'plotly.js';
import { h } from '../dom';
import { plain, symbol } from '../format';
import { axis, baseLayout, CONFIG } from '../plot/figure';
import { palette } from '../plot/theme';
import type { SweepState } from './state';

export type Columns = Record<string, (number | string | null)[]>;

/** The regimes in the order of their colours, from calm to wild. */
export const REGIMES = ['stable', 'converged', 'edge', 'collapsed', 'diverged'];

export function regimeColour(i: number): string {
  const { series, grid } = palette();
  return [grid, series[5], series[4], series[3], series[1]][i] ?? grid;
}

/** A phase diagram: a cell a run, coloured by what became of it. */
export class Diagram {
  readonly plot = h('div', { class: 'plot' }) as unknown as PlotlyHTMLElement & HTMLElement;
  readonly element = h('div', { class: 'plotbox tallish' }, this.plot);
  private wired = false;

  /** `opened` gets the values of the two settings of the cell clicked on. */
  constructor(private readonly opened: (x: number, y: number) => void) {}

  async draw(columns: Columns, state: SweepState): Promise<void> {
    // Heat maps come with the other bundle of the library, loaded when first needed.
    const { default: Plotly } = await import('plotly.js-cartesian-dist-min');
    await Plotly.react(this.plot, [heat(columns, state)], layout(state), CONFIG);
    if (this.wired) return;
    this.wired = true;
    this.plot.on('plotly_click', event => {
      const point = event.points[0];
      if (point) this.opened(Number(point.x), Number(point.y));
    });
  }
}

function heat(columns: Columns, state: SweepState): Data {
  const xs = [...new Set(columns[state.x.name])] as number[];
  const ys = [...new Set(columns[state.y.name])] as number[];
  const values = columns[state.column] ?? [];
  const regime = state.column === 'regime';
  const column = new Map(xs.map((x, i) => [x, i]));
  const row = new Map(ys.map((y, i) => [y, i]));
  const z: (number | null)[][] = ys.map(() => xs.map(() => null));
  const text: string[][] = ys.map(() => xs.map(() => ''));
  values.forEach((value, i) => {
    const r = row.get(columns[state.y.name]![i] as number)!;
    const c = column.get(columns[state.x.name]![i] as number)!;
    z[r]![c] = regime ? REGIMES.indexOf(String(value)) : Number(value) < 0 ? null : Number(value);
    text[r]![c] = String(columns.regime?.[i] ?? '');
  });
  const common = { type: 'heatmap', x: xs, y: ys, z, text };
  const hover = `${symbol(state.x.name)} = %{x:.4g}<br>${symbol(state.y.name)} = %{y:.4g}<br>%{text}`;
  if (!regime) {
    return {
      ...common,
      colorscale: 'Viridis',
      hovertemplate: `${hover}<br>${plain(state.column)} = %{z:.5g}<extra></extra>`,
      colorbar: { thickness: 12, tickfont: { color: palette().muted } },
    } as Data;
  }
  const n = REGIMES.length;
  const colorscale = REGIMES.flatMap((_, i) => [
    [i / n, regimeColour(i)],
    [(i + 1) / n, regimeColour(i)],
  ]);
  return {
    ...common,
    colorscale,
    zmin: -0.5,
    zmax: n - 0.5,
    showscale: false,
    hovertemplate: `${hover}<extra></extra>`,
  } as Data;
}

function layout(state: SweepState): Partial<Layout> {
  const side = (name: string, log: boolean) =>
    axis({
      title: { text: plain(symbol(name)), standoff: 6 },
      type: log ? 'log' : 'linear',
      showgrid: false,
    });
  return {
    ...baseLayout(),
    margin: { l: 72, r: 14, t: 8, b: 46 },
    hovermode: 'closest',
    xaxis: side(state.x.name, state.x.log),
    yaxis: side(state.y.name, state.y.log),
  } as Partial<Layout>;
}
