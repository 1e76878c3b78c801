import type { Data, Layout } from 'plotly.js';
import { h } from '../dom';
import { symbol, words } from '../format';
import { axis, baseLayout, draw, level, pixel, plotElement } from '../plot/figure';
import { entry, key } from '../plot/key';
import { palette } from '../plot/theme';
import type { PlayResult, Series } from '../types';
import { aroundEdge, decades, scaleOf } from './ranges';
import { shading } from './shading';

/** Where each of the three stacked plots stands, from the bottom. */
const DOMAINS: [number, number][] = [
  [0.0, 0.28],
  [0.345, 0.625],
  [0.69, 0.965],
];

const LOSSES = ['loss', 'oscillatoryLoss', 'convergenceLoss'];

/** ηS with the phases, the loss and the parameters over the steps, with a cursor at the step looked at. */
export class Timeline {
  readonly plot = plotElement('timeline');
  readonly cursor = h('div', { class: 'cursor', hidden: true });
  readonly element = h('div', { class: 'plotbox tall' }, this.plot, this.cursor);
  private step = 0;
  private range: [number, number] = [0, 0];
  private wired = false;

  constructor(
    private readonly zoomed: (range: [number, number] | null) => void,
    private readonly picked: (step: number) => void,
  ) {}

  /** The width of the drawing area, in pixels. */
  pixels(): number {
    return Math.max(200, Math.round(this.plot.clientWidth - 78));
  }

  /** The columns that it draws besides the parameters. */
  static readonly COLUMNS = ['phase', 'gfsSharpness', 'sharpness', ...LOSSES];

  async draw(result: PlayResult, coordinates: string[]): Promise<void> {
    this.range = [result.window.from, result.window.to];
    await draw(this.plot, traces(result, coordinates), layout(result, coordinates));
    if (!this.wired) this.wire();
    this.moveTo(this.step);
  }

  private wire(): void {
    this.wired = true;
    this.plot.on('plotly_relayout', event => {
      const e = event as Record<string, number | boolean | undefined>;
      const low = e['xaxis.range[0]'];
      const high = e['xaxis.range[1]'];
      if (typeof low === 'number' && typeof high === 'number') {
        this.zoomed([Math.max(0, Math.floor(low)), Math.ceil(high)]);
      }
    });
    this.plot.on('plotly_doubleclick', () => {
      this.zoomed(null);
      return false;
    });
    this.plot.on('plotly_click', event => {
      const x = event.points[0]?.x;
      if (typeof x === 'number') this.picked(Math.round(x));
    });
    new ResizeObserver(() => this.moveTo(this.step)).observe(this.plot);
  }

  /** Puts the cursor at a step. */
  moveTo(step: number): void {
    this.step = step;
    const x = pixel(this.plot, 'xaxis', step);
    this.cursor.hidden = x === undefined || step < this.range[0] || step > this.range[1];
    if (x !== undefined) this.cursor.style.transform = `translateX(${x}px)`;
  }
}

function traces(result: PlayResult, coordinates: string[]): Data[] {
  const c = result.columns;
  const { series } = palette();
  const scale = scaleOf(result);
  const losses = LOSSES.filter(n => c[n]);
  return [
    ...shading(c.phase, 'y4'),
    line(scaled(c.gfsSharpness, scale), 'ηφ, where gradient flow would end', series[2]!, 'y3', {
      line: { color: series[2], width: 1.2, dash: 'dot' },
    }),
    line(scaled(c.sharpness ?? c[result.curvature], scale), 'ηS', series[0]!, 'y3'),
    ...losses.map((n, i) =>
      line(c[n], words(n), lossColour(i), 'y2', {
        line: { color: lossColour(i), width: i === 0 ? 1.5 : 0.9 },
        opacity: i === 0 ? 1 : 0.85,
      }),
    ),
    ...coordinates.map((n, i) => line(c[n], words(n), series[i % series.length]!, 'y')),
  ];
}

function line(
  series: Series | undefined,
  name: string,
  colour: string,
  yaxis: string,
  extra: object = {},
): Data {
  return {
    type: 'scatter',
    mode: 'lines',
    name,
    x: series?.step ?? [],
    y: series?.value ?? [],
    yaxis,
    line: { color: colour, width: 1.4 },
    hovertemplate: '%{y:.5g}',
    ...extra,
  } as Data;
}

function scaled(series: Series | undefined, factor: number): Series | undefined {
  return series && { step: series.step, value: series.value.map(v => (v === null ? null : v * factor)) };
}

function lossColour(i: number): string {
  const p = palette();
  return [p.series[1], p.series[3], p.series[4]][i] ?? p.text;
}

function layout(result: PlayResult, coordinates: string[]): Partial<Layout> {
  const { series } = palette();
  const { from, to } = result.window;
  const c = result.columns;
  const sharpness = [entry('ηS', series[0]!)];
  if (c.gfsSharpness) sharpness.push(entry('ηφ (gradient flow)', series[2]!));
  const losses = LOSSES.filter(n => c[n]).map((n, i) => entry(words(n), lossColour(i)));
  const parameters = coordinates.map((n, i) => entry(symbol(n), series[i % series.length]!));
  return {
    ...baseLayout(),
    xaxis: axis({
      range: [from, Math.max(to, from + 1)],
      title: { text: 'step', standoff: 4 },
      anchor: 'y',
    }),
    yaxis: axis({ domain: DOMAINS[0] }),
    yaxis2: axis({ domain: DOMAINS[1], type: 'log', nticks: 5, range: decades(c.loss) }),
    yaxis3: axis({
      domain: DOMAINS[2],
      range: aroundEdge(c.sharpness ?? c[result.curvature], scaleOf(result)),
    }),
    yaxis4: {
      domain: DOMAINS[2],
      overlaying: 'y3',
      range: [0, 1],
      visible: false,
      fixedrange: true,
    } as Partial<Layout['yaxis']>,
    shapes: [level('y3', 2)],
    annotations: [sharpness, losses, parameters].map((entries, i) =>
      key(entries, DOMAINS[2 - i]![1] + 0.005),
    ),
  } as Partial<Layout>;
}
