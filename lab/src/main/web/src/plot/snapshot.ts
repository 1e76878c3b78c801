import type { Annotations, Data, Layout, LayoutAxis, Shape } from 'plotly.js';
import { plain, whole } from '../format';
import type { Band, Line, LinePlot, Panel, Range } from './description';
import { axis, baseLayout, FONT } from './figure';
import { meant, palette } from './theme';

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
      margin: { l: 64, r: 14, t: shaded(plot).length > 0 ? 30 : 8, b: 40 },
      xaxis: axis({ range: plot.x.range, anchor: lowest, title: { text: plot.x.title, standoff: 4 } }),
      ...Object.fromEntries(axes),
      shapes: plot.panels
        .flatMap((panel, i) => [
          ...(panel.bands ?? []).map(band => shading(band, domains[i]!)),
          ...(panel.level ? [across(panel.level, `y${i + 1}`)] : []),
          ...(panel.upright ? [upright(panel.upright.x, palette().text, 'dash')] : []),
        ])
        .concat(typeof plot.mark === 'number' ? [upright(plot.mark, palette().accent, 'solid')] : []),
      annotations: [
        ...plot.panels.flatMap((panel, i) => head(panel, domains[i]![1])),
        ...shaded(plot),
        ...(typeof plot.mark === 'number' ? [marked(plot.mark, plot.x.title)] : []),
      ],
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

function trace(
  { name, colour, x, y, width = 1.4, dash = 'solid', dots, unjoined }: Line,
  yaxis: string,
): Data {
  const mode = unjoined ? 'markers' : dots ? 'lines+markers' : 'lines';
  return {
    type: 'scatter',
    mode,
    name: plain(name),
    x,
    y,
    yaxis,
    line: { color: colour, width, dash },
    marker: { size: unjoined ? 2.5 : 4, color: colour },
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

function across({ value, edge }: NonNullable<Panel['level']>, yaxis: string): Partial<Shape> {
  const line = { color: edge ? meant('edge') : palette().text, width: 1, dash: 'dash' as const };
  return { type: 'line', xref: 'paper', x0: 0, x1: 1, yref: yaxis as 'y', y0: value, y1: value, line };
}

/** The x that is looked at. */
function upright(x: number, color: string, dash: 'solid' | 'dash'): Partial<Shape> {
  const line = { color, width: 1, dash };
  return { type: 'line', xref: 'x', x0: x, x1: x, yref: 'paper', y0: 0, y1: 1, line };
}

function marked(x: number, title: string): Partial<Annotations> {
  const text = `${plain(title)} ${whole(x)}`;
  const font = { family: FONT, size: 12, color: palette().accent };
  return {
    text,
    x,
    xref: 'x',
    xanchor: 'left',
    yref: 'paper',
    y: 0,
    yanchor: 'bottom',
    showarrow: false,
    font,
  };
}

/** What the colours of the bands mean, above all panels. */
function shaded(plot: LinePlot): Partial<Annotations>[] {
  const bands = plot.panels.flatMap(p => p.bands ?? []).filter(band => band.name);
  if (bands.length === 0) return [];
  const text = bands
    .map(({ colour, name }) => `<span style="color:${solid(colour)}">■</span> ${plain(name!)}`)
    .join('&nbsp;&nbsp;&nbsp;');
  const font = { family: FONT, size: 12, color: palette().text };
  const place = { xref: 'paper', yref: 'paper', x: 0, y: 1, xanchor: 'left', yanchor: 'bottom' } as const;
  return [{ text, ...place, showarrow: false, font }];
}

/** A band's colour as strong as in its patch: a letter as faint as an area would not be seen. */
function solid(colour: string): string {
  return colour.replace(/,\s*\.?\d*\.?\d+\)$/, ', 1)');
}

const SIGNS = { solid: '━', dash: '╍', dot: '┉' };

/** What is above a panel: its title on the left, its key on the right. */
function head(panel: Panel, top: number): Partial<Annotations>[] {
  const entries = (panel.key ?? panel.lines).map(
    line => `<span style="color:${line.colour}">${SIGNS[line.dash ?? 'solid']}</span> ${plain(line.name)}`,
  );
  for (const name of [panel.level?.name, panel.upright?.name])
    if (name) entries.push(`${SIGNS.dash} ${plain(name)}`);
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
