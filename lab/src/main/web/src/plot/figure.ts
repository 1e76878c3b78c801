import type { Config, Layout, LayoutAxis, PlotlyHTMLElement } from 'plotly.js';
import Plotly from 'plotly.js-gl3d-dist-min';
import { palette } from './theme';

export { Plotly };

export const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

export const CONFIG: Partial<Config> = { displayModeBar: false, responsive: true, doubleClick: false };

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

export type Plot = PlotlyHTMLElement;
