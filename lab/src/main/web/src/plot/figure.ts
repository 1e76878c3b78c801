import type { Config, Data, Layout, LayoutAxis, PlotlyHTMLElement } from 'plotly.js';
import { h } from '../dom';
import { plotly } from './library';
import { palette } from './theme';

export const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

const CONFIG: Partial<Config> = { displayModeBar: false, responsive: true, doubleClick: false };

export type Plot = PlotlyHTMLElement & HTMLElement;

/** An element for a plot that is drawn later. */
export function plotElement(): Plot {
  return h('div', { class: 'plot' }) as unknown as Plot;
}

/** Draws a plot, or what has changed in it. */
export async function draw(plot: Plot, data: Data[], layout: Partial<Layout>): Promise<void> {
  await (await plotly()).react(plot, data, layout, CONFIG);
}

/** Shows what the pointer would at a place. */
export async function point(plot: Plot, xval: number, yval: number): Promise<void> {
  const { Fx } = (await plotly()) as unknown as { Fx: { hover(plot: Plot, at: object): void } };
  Fx.hover(plot, { xval, yval });
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
    hoverlabel: { font: { family: FONT, size: 12, color: p.text }, bgcolor: p.paper, bordercolor: p.grid },
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
