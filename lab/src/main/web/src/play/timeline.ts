import type { Data, Layout, PlotlyHTMLElement } from 'plotly.js';
import { h } from '../dom';
import { plain, symbol, words } from '../format';
import { axis, baseLayout, CONFIG, FONT, pixel, Plotly, value } from '../plot/figure';
import { palette } from '../plot/theme';
import type { PlayResult, Series } from '../types';

/** Where each of the three stacked plots stands, from the bottom. */
const DOMAINS: [number, number][] = [
  [0.0, 0.28],
  [0.345, 0.625],
  [0.69, 0.965],
];

const LOSSES = ['loss', 'oscillatoryLoss', 'convergenceLoss'];

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

/** Each phase as a filled strip over the steps it lasts. */
function shading(phase: Series | undefined): Data[] {
  if (!phase) return [];
  const colours = palette().phases;
  return [1, 2, 3].map(which => {
    const x: (number | null)[] = [];
    const y: (number | null)[] = [];
    phase.step.forEach((step, i) => {
      if (phase.value[i] !== which) return;
      const end = phase.step[i + 1] ?? step;
      if (x.length > 0 && x[x.length - 1] === step) {
        x[x.length - 1] = end;
      } else {
        x.push(step, end);
        y.push(1, 1);
      }
    });
    const gx: (number | null)[] = [];
    const gy: (number | null)[] = [];
    for (let i = 0; i < x.length; i += 2) {
      gx.push(x[i]!, x[i]!, x[i + 1]!, x[i + 1]!, null);
      gy.push(0, 1, 1, 0, null);
    }
    return {
      type: 'scatter',
      mode: 'lines',
      x: gx,
      y: gy,
      yaxis: 'y4',
      line: { width: 0 },
      fill: 'tozeroy',
      fillcolor: colours[which],
      hoverinfo: 'skip',
    } as Data;
  });
}

function lossColour(i: number): string {
  const p = palette();
  return [p.series[1], p.series[3], p.series[4]][i] ?? p.text;
}

/** The decades that the loss spans; its parts may leave them. */
function logRange(loss: Series | undefined): [number, number] {
  const logs = (loss?.value ?? []).filter((v): v is number => v !== null && v > 0).map(Math.log10);
  const low = logs.reduce((a, b) => Math.min(a, b), Infinity);
  const high = logs.reduce((a, b) => Math.max(a, b), -Infinity);
  return low <= high ? [low - 0.5, high + 0.5] : [-1, 1];
}

/** The threshold is 2/η for gradient descent: ηS is S in units of half of it. */
function scaleOf(result: PlayResult): number {
  return result.threshold ? 2 / result.threshold : 1;
}

/** Around the edge at 2, as far as ηS goes. */
function edgeRange(sharpness: Series | undefined, scale: number): [number, number] {
  const values = (sharpness?.value ?? []).filter((v): v is number => v !== null).map(v => v * scale);
  const low = values.reduce((a, b) => Math.min(a, b), 2);
  const high = values.reduce((a, b) => Math.max(a, b), 2);
  const room = 0.12 * Math.max(high - low, 0.5);
  return [Math.max(0, low - room), high + room];
}

function scaled(series: Series | undefined, factor: number): Series | undefined {
  return series && { step: series.step, value: series.value.map(v => (v === null ? null : v * factor)) };
}

/** ηS with the phases, the loss and the parameters over the steps, with a cursor at the step looked at. */
export class Timeline {
  readonly plot = h('div', { class: 'plot timeline' }) as unknown as PlotlyHTMLElement & HTMLElement;
  readonly cursor = h('div', { class: 'cursor', hidden: true });
  readonly element = h('div', { class: 'plotbox tall' }, this.plot, this.cursor);
  private step = 0;
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
    await Plotly.react(this.plot, this.data(result, coordinates), this.layout(result, coordinates), CONFIG);
    if (!this.wired) this.wire();
    this.moveTo(this.step);
  }

  private data(result: PlayResult, coordinates: string[]): Data[] {
    const c = result.columns;
    const p = palette();
    const scale = scaleOf(result);
    const losses = LOSSES.filter(n => c[n]);
    return [
      ...shading(c.phase),
      line(scaled(c.gfsSharpness, scale), 'ηφ, where gradient flow would end', p.series[2]!, 'y3', {
        line: { color: p.series[2], width: 1.2, dash: 'dot' },
      }),
      line(scaled(c.sharpness ?? c[result.curvature], scale), 'ηS', p.series[0]!, 'y3'),
      ...losses.map((n, i) =>
        line(c[n], words(n), lossColour(i), 'y2', {
          line: { color: lossColour(i), width: i === 0 ? 1.5 : 0.9 },
          opacity: i === 0 ? 1 : 0.85,
        }),
      ),
      ...coordinates.map((n, i) => line(c[n], words(n), p.series[i % p.series.length]!, 'y')),
    ];
  }

  private layout(result: PlayResult, coordinates: string[]): Partial<Layout> {
    const p = palette();
    const { from, to } = result.window;
    const c = result.columns;
    const scale = scaleOf(result);
    const losses = LOSSES.filter(n => c[n]);
    const key = (name: string, colour: string) => `<span style="color:${colour}">━</span> ${plain(name)}`;
    const title = (parts: string[], y: number) => ({
      text: parts.join('&nbsp;&nbsp;&nbsp;'),
      xref: 'paper',
      yref: 'paper',
      x: 1,
      y: y + 0.005,
      xanchor: 'right',
      yanchor: 'bottom',
      showarrow: false,
      font: { family: FONT, size: 12, color: p.text },
    });
    return {
      ...baseLayout(),
      xaxis: axis({
        range: [from, Math.max(to, from + 1)],
        title: { text: 'step', standoff: 4 },
        anchor: 'y',
      }),
      yaxis: axis({ domain: DOMAINS[0] }),
      yaxis2: axis({
        domain: DOMAINS[1],
        type: 'log',
        tickformat: '.0e',
        nticks: 5,
        range: logRange(c.loss),
      }),
      yaxis3: axis({ domain: DOMAINS[2], range: edgeRange(c.sharpness, scale) }),
      yaxis4: {
        domain: DOMAINS[2],
        overlaying: 'y3',
        range: [0, 1],
        visible: false,
        fixedrange: true,
      } as Partial<Layout['yaxis']>,
      shapes: [
        {
          type: 'line',
          xref: 'paper',
          x0: 0,
          x1: 1,
          yref: 'y3',
          y0: 2,
          y1: 2,
          line: { color: p.text, width: 1, dash: 'dash' },
        },
      ],
      annotations: [
        title(
          [key('ηS', p.series[0]!), ...(c.gfsSharpness ? [key('ηφ (gradient flow)', p.series[2]!)] : [])],
          DOMAINS[2]![1],
        ),
        title(
          losses.map((n, i) => key(words(n), lossColour(i))),
          DOMAINS[1]![1],
        ),
        title(
          coordinates.map((n, i) => key(symbol(n), p.series[i % p.series.length]!)),
          DOMAINS[0]![1],
        ),
      ],
    } as Partial<Layout>;
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
    const right = this.plot.clientWidth - 13;
    this.cursor.hidden = x === undefined || x < 63 || x > right;
    if (x !== undefined) this.cursor.style.transform = `translateX(${x}px)`;
  }

  /** The step under a pixel of the plot. */
  stepAt(x: number): number | undefined {
    return value(this.plot, 'xaxis', x);
  }
}
