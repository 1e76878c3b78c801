import type { Data, Layout } from 'plotly.js';
import { h } from '../dom';
import { words } from '../format';
import { axis, baseLayout, draw, level, pixel, plotElement } from '../plot/figure';
import { entry, key } from '../plot/key';
import { palette } from '../plot/theme';
import type { Series } from '../types';

/** The columns of the upper plot that a run has: the sharpness, the eigenvalues below it, the flow's sharpness. */
export function curvatures(columns: string[]): string[] {
  return columns.filter(
    c => c === 'sharpness' || c === 'gfsSharpness' || /^eigenvalue([2-9]|\d\d+)$/.test(c),
  );
}

/** The columns that the plot draws. */
export function drawn(columns: string[]): string[] {
  return [...curvatures(columns), ...columns.filter(c => c === 'loss')];
}

/** Sharpness against the threshold, and the loss, with a mark at the step chosen for a fork. */
export class WatchPlot {
  readonly plot = plotElement();
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
    const upper = curvatures(Object.keys(series));
    const data: Data[] = [
      ...upper.map(name => trace(series[name]!, name, colour(name), 'y2')),
      ...(series.loss ? [trace(series.loss, 'loss', colour('loss'), 'y')] : []),
    ];
    await draw(this.plot, data, layout(upper, threshold, last));
    if (!this.wired) this.wire();
    this.choose(this.step);
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

/** The colour that a column has in Play; further eigenvalues get those that are left. */
function colour(name: string): string {
  const { series } = palette();
  const eigenvalue = /^eigenvalue(\d+)$/.exec(name);
  if (eigenvalue) return series[[4, 3, 5][Number(eigenvalue[1]) % 3]!]!;
  return series[{ sharpness: 0, loss: 1, gfsSharpness: 2 }[name] ?? 0]!;
}

function layout(upper: string[], threshold: number | null, last: number): Partial<Layout> {
  const names = upper.map(name => entry(words(name), colour(name)));
  if (threshold !== null) names.push('┄ threshold');
  return {
    ...baseLayout(),
    margin: { l: 72, r: 14, t: 24, b: 36 },
    // The readings may lie far apart: a click chooses the nearest.
    hoverdistance: -1,
    xaxis: axis({ range: [0, Math.max(1, last)], title: { text: 'step', standoff: 4 } }),
    yaxis: axis({ domain: [0, 0.4], type: 'log', nticks: 5 }),
    yaxis2: axis({ domain: [0.5, 1], rangemode: 'tozero' }),
    shapes: threshold === null ? [] : [level('y2', threshold)],
    annotations: [key(names, 1), key([entry(words('loss'), colour('loss'))], 0.41)],
  } as Partial<Layout>;
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
