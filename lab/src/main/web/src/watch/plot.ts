import type { Data, Layout, PlotlyHTMLElement } from 'plotly.js';
import { h } from '../dom';
import { plain, words } from '../format';
import { axis, baseLayout, CONFIG, FONT, pixel, Plotly } from '../plot/figure';
import { palette } from '../plot/theme';
import type { Series } from '../types';

/** The columns of the upper plot that a run has: the sharpness, the eigenvalues below it, the flow's sharpness. */
export function curvatures(columns: string[]): string[] {
  return columns.filter(c => c === 'sharpness' || c === 'gfsSharpness' || /^eigenvalue\d+$/.test(c));
}

/** The columns that the plot draws. */
export function drawn(columns: string[]): string[] {
  return [...curvatures(columns), ...columns.filter(c => c === 'loss')];
}

/** Sharpness against the threshold, and the loss, with a mark at the step chosen for a fork. */
export class WatchPlot {
  readonly plot = h('div', { class: 'plot' }) as unknown as PlotlyHTMLElement & HTMLElement;
  private readonly mark = h('div', { class: 'cursor fork', hidden: true });
  readonly element = h('div', { class: 'plotbox tallish' }, this.plot, this.mark);
  private step: number | null = null;
  private wired = false;

  constructor(private readonly picked: (step: number) => void) {
    new ResizeObserver(() => this.choose(this.step)).observe(this.plot);
  }

  pixels(): number {
    return Math.max(200, this.plot.clientWidth - 86);
  }

  async draw(series: Record<string, Series>, threshold: number | null, last: number): Promise<void> {
    const p = palette();
    const upper = curvatures(Object.keys(series));
    const data: Data[] = [
      ...upper.map((name, i) => trace(series[name]!, name, p.series[i % p.series.length]!, 'y2')),
      ...(series.loss ? [trace(series.loss, 'loss', p.series[1]!, 'y')] : []),
    ];
    await Plotly.react(this.plot, data, this.layout(upper, threshold, last), CONFIG);
    if (!this.wired) this.wire();
    this.choose(this.step);
  }

  private layout(upper: string[], threshold: number | null, last: number): Partial<Layout> {
    const p = palette();
    const key = (name: string, i: number) =>
      `<span style="color:${p.series[i % p.series.length]}">━</span> ${plain(words(name))}`;
    const note = (text: string, y: number) => ({
      text,
      xref: 'paper',
      yref: 'paper',
      x: 1,
      y,
      xanchor: 'right',
      yanchor: 'bottom',
      showarrow: false,
      font: { family: FONT, size: 12, color: p.text },
    });
    return {
      ...baseLayout(),
      margin: { l: 72, r: 14, t: 24, b: 36 },
      xaxis: axis({ range: [0, Math.max(1, last)], title: { text: 'step', standoff: 4 } }),
      yaxis: axis({ domain: [0, 0.4], type: 'log', tickformat: '.0e', nticks: 5 }),
      yaxis2: axis({ domain: [0.5, 1], rangemode: 'tozero' }),
      shapes:
        threshold === null
          ? []
          : [
              {
                type: 'line',
                xref: 'paper',
                x0: 0,
                x1: 1,
                yref: 'y2',
                y0: threshold,
                y1: threshold,
                line: { color: p.text, width: 1, dash: 'dash' },
              },
            ],
      annotations: [
        note(
          upper.map(key).join('&nbsp;&nbsp;&nbsp;') +
            (threshold === null ? '' : '&nbsp;&nbsp;&nbsp;┄ threshold'),
          1,
        ),
        note(`<span style="color:${p.series[1]}">━</span> ${words('loss')}`, 0.41),
      ],
    } as Partial<Layout>;
  }

  private wire(): void {
    this.wired = true;
    this.plot.on('plotly_click', event => {
      const x = event.points[0]?.x;
      if (typeof x === 'number') this.picked(Math.round(x));
    });
  }

  /** Marks the step at which a fork would leave. */
  choose(step: number | null): void {
    this.step = step;
    const x = step === null ? undefined : pixel(this.plot, 'xaxis', step);
    this.mark.hidden = x === undefined;
    if (x !== undefined) this.mark.style.transform = `translateX(${x}px)`;
  }
}

function trace(series: Series, name: string, colour: string, yaxis: string): Data {
  return {
    type: 'scatter',
    mode: series.step.length < 60 ? 'lines+markers' : 'lines',
    name: words(name),
    x: series.step,
    y: series.value,
    yaxis,
    line: { color: colour, width: 1.5 },
    marker: { size: 4, color: colour },
    hovertemplate: '%{y:.5g}',
  } as Data;
}
