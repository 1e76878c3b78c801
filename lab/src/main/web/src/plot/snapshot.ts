import type { Annotations, Data, Layout, LayoutAxis, Shape } from 'plotly.js';
import { plain } from '../format';
import type { Band, Line, LinePlot, Panel, Range } from './description';
import { axis, baseLayout, FONT } from './figure';
import { palette } from './theme';

/** A plot as a picture for elsewhere. */
export interface Picture {
  data: Data[];
  layout: Partial<Layout>;
  /** Its height, in parts of its width. */
  aspect: number;
}

/** The part of the height that a panel's key takes. */
const KEY = 0.06;

/** A plot of lines as Plotly draws it: the same description as on the screen. */
export function snapshot(plot: LinePlot, aspect: number): Picture {
  const domains = domainsOf(plot.panels);
  const axes = plot.panels.map((panel, i) => [`yaxis${i + 1}`, axisOf(panel, domains[i]!)]);
  const lowest = `y${plot.panels.length}` as 'y';
  return {
    aspect,
    data: plot.panels.flatMap((panel, i) => panel.lines.map(line => trace(line, `y${i + 1}`))),
    layout: {
      ...baseLayout(),
      margin: { l: 64, r: 14, t: 8, b: 40 },
      xaxis: axis({ range: plot.x.range, anchor: lowest, title: { text: plot.x.title, standoff: 4 } }),
      ...Object.fromEntries(axes),
      shapes: plot.panels.flatMap((panel, i) => [
        ...(panel.bands ?? []).map(band => shading(band, domains[i]!)),
        ...(panel.level ? [across(panel.level.value, `y${i + 1}`)] : []),
      ]),
      annotations: plot.panels.flatMap((panel, i) => head(panel, domains[i]![1])),
    } as Partial<Layout>,
  };
}

/** Where each panel stands, from 0 at the bottom to 1, with room for a key above it. */
function domainsOf(panels: Panel[]): Range[] {
  const shares = panels.map(p => p.share ?? 1);
  const unit = (1 - KEY * panels.length) / shares.reduce((a, b) => a + b, 0);
  let top = 1;
  return shares.map(share => {
    const high = top - KEY;
    top = high - share * unit;
    return [Math.max(0, top), high];
  });
}

function axisOf(panel: Panel, domain: Range): Partial<LayoutAxis> {
  const range = panel.log ? panel.range.map(Math.log10) : panel.range;
  return axis({ domain, range, nticks: 6, type: panel.log ? 'log' : 'linear' } as Partial<LayoutAxis>);
}

function trace({ name, colour, x, y, width = 1.4, dash = 'solid', dots }: Line, yaxis: string): Data {
  const mode = dots ? 'lines+markers' : 'lines';
  return {
    type: 'scatter',
    mode,
    name: plain(name),
    x,
    y,
    yaxis,
    line: { color: colour, width, dash },
    marker: { size: 4, color: colour },
  } as Data;
}

function shading({ colour, stretches }: Band, [low, high]: Range): Partial<Shape> {
  const path = stretches.map(([from, to]) => `M${from},${low}L${from},${high}L${to},${high}L${to},${low}Z`);
  return {
    type: 'path',
    path: path.join('') || 'M0,0Z',
    xref: 'x',
    yref: 'paper',
    fillcolor: colour,
    line: { width: 0 },
    layer: 'below',
  };
}

function across(value: number, yaxis: string): Partial<Shape> {
  const line = { color: palette().text, width: 1, dash: 'dash' as const };
  return { type: 'line', xref: 'paper', x0: 0, x1: 1, yref: yaxis as 'y', y0: value, y1: value, line };
}

const SIGNS = { solid: '━', dash: '╍', dot: '┉' };

/** What is above a panel: its title on the left, its key on the right. */
function head(panel: Panel, top: number): Partial<Annotations>[] {
  const entries = panel.lines.map(
    line => `<span style="color:${line.colour}">${SIGNS[line.dash ?? 'solid']}</span> ${plain(line.name)}`,
  );
  if (panel.level?.name) entries.push(`${SIGNS.dash} ${plain(panel.level.name)}`);
  const note = (text: string, x: number, xanchor: 'left' | 'right') => ({
    text,
    x,
    xanchor,
    xref: 'paper' as const,
    yref: 'paper' as const,
    y: top,
    yanchor: 'bottom' as const,
    showarrow: false,
    font: { family: FONT, size: 12, color: palette().text },
  });
  return [note(plain(panel.title ?? ''), 0, 'left'), note(entries.join('&nbsp;&nbsp;&nbsp;'), 1, 'right')];
}
