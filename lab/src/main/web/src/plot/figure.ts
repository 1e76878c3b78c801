import type { Config, Data, Layout, LayoutAxis, PlotlyHTMLElement, Shape } from 'plotly.js';
import { h } from '../dom';
import { bundleFor } from './library';
import { palette } from './theme';

export const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

const CONFIG: Partial<Config> = { displayModeBar: false, responsive: true, doubleClick: false };

export type Plot = PlotlyHTMLElement & HTMLElement;

/** An element for a plot that is drawn later. */
export function plotElement(kind = ''): Plot {
  return h('div', { class: `plot ${kind}`.trim() }) as unknown as Plot;
}

/** Draws a plot, or what has changed in it. */
export async function draw(plot: Plot, data: Data[], layout: Partial<Layout>): Promise<void> {
  const library = await bundleFor(data)();
  await library.react(plot, data, layout, CONFIG);
}

/** The look that all plots share. */
export function baseLayout(): Partial<Layout> {
  const p = palette();
  return {
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    font: { family: FONT, size: 12, color: p.muted },
    margin: { l: 64, r: 14, t: 8, b: 36 },
    showlegend: false,
    hovermode: 'x',
    hoverlabel: { font: { family: FONT, size: 12 }, bgcolor: p.paper, bordercolor: p.grid },
    dragmode: 'zoom',
  };
}

export function axis(extra: Partial<LayoutAxis> = {}): Partial<LayoutAxis> {
  const p = palette();
  return {
    gridcolor: p.grid,
    zeroline: false,
    linecolor: p.grid,
    tickcolor: p.grid,
    tickfont: { color: p.muted, size: 11 },
    automargin: false,
    exponentformat: 'power',
    ...extra,
  };
}

/** Where a value of an axis is, in pixels of the plot's element; undefined before the first drawing. */
export function pixel(plot: HTMLElement, name: 'xaxis' | 'yaxis', value: number): number | undefined {
  const full = (
    plot as unknown as { _fullLayout?: Record<string, { _offset: number; d2p(v: number): number }> }
  )._fullLayout?.[name];
  return full ? full._offset + full.d2p(value) : undefined;
}

/** The value of an axis at a pixel of the plot's element. */
export function value(plot: HTMLElement, name: 'xaxis' | 'yaxis', at: number): number | undefined {
  const full = (
    plot as unknown as { _fullLayout?: Record<string, { _offset: number; p2d(p: number): number }> }
  )._fullLayout?.[name];
  return full ? full.p2d(at - full._offset) : undefined;
}

/** A dashed line across the plot at a value of one of its y axes. */
export function level(axis: 'y2' | 'y3', value: number): Partial<Shape> {
  const line = { color: palette().text, width: 1, dash: 'dash' as const };
  return { type: 'line', xref: 'paper', x0: 0, x1: 1, yref: axis, y0: value, y1: value, line };
}
