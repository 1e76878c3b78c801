import type { Data, Layout } from 'plotly.js';
import { plain, symbol } from '../format';
import type { Range } from '../plot/description';
import { axis, baseLayout, draw, FONT, plotElement, point } from '../plot/figure';
import { pictureOf } from '../plot/picture';
import { extent } from '../plot/ranges';
import type { Picture } from '../plot/snapshot';
import { palette } from '../plot/theme';
import { logTexts, logTicks } from '../plot/ticks';
import { h } from '../dom';
import { border } from './border';
import { cells } from './cells';
import { dots } from './dots';
import { type Columns, columnWords, type Drawing, type Drawn } from './drawing';
import { next, placeOf, type Spot } from './keys';
import { windowTraces } from './windows';

/** The runs of a sweep over one or two of its settings: a grid as cells, a border over its regions, any other design as dots. */
export class Diagram {
  readonly plot = plotElement();
  readonly element = h(
    'div',
    {
      class: 'plotbox tallish',
      tabindex: 0,
      role: 'application',
      'aria-label': 'diagram: the arrow keys go from run to run, Enter opens one in Play',
      onkeydown: (e: KeyboardEvent) => void this.key(e),
    },
    this.plot,
  );
  private wired = false;
  /** Where the keyboard is in the first trace. */
  private at: Spot | null = null;
  private traces: Data[] = [];
  private rowAt: Drawn['rowAt'] = () => undefined;

  /**
   * @param opened gets the row of the run clicked on
   * @param pointed gets the row that the pointer or the keyboard is on
   */
  constructor(
    private readonly opened: (row: number) => void,
    private readonly pointed: (row: number) => void,
  ) {}

  async draw(drawing: Drawing): Promise<void> {
    const { traces, rowAt } = drawnOf(drawing);
    this.rowAt = rowAt;
    this.traces = traces;
    this.at = null;
    await draw(this.plot, [...traces, ...windowTraces(drawing.windows, drawing.columns)], layout(drawing));
    if (!this.wired) this.wire();
  }

  /** What it shows, as a picture: with the key that is beside it on the page. */
  picture(key: { name: string; colour: string }[]): Picture {
    const { data, layout, aspect } = pictureOf(this.plot);
    const text = key
      .map(({ name, colour }) => `<span style="color:${colour}">■</span> ${plain(name)}`)
      .join('&nbsp;&nbsp;&nbsp;');
    const paper = { xref: 'paper', yref: 'paper', x: 0, y: 1, xanchor: 'left', yanchor: 'bottom' } as const;
    const font = { family: FONT, size: 12, color: palette().text };
    return {
      data,
      layout: {
        ...layout,
        margin: { ...layout.margin, t: 28 },
        annotations: [{ ...paper, text, font, showarrow: false }],
      },
      aspect,
    };
  }

  private async key(e: KeyboardEvent): Promise<void> {
    const [trace] = this.traces;
    if (!trace || e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === 'Enter' && this.at !== null) {
      const row = this.rowAt(this.at, 0);
      if (row !== undefined) this.opened(row);
      return;
    }
    const spot = next(trace, this.at, e.key);
    if (spot === undefined) return;
    e.preventDefault();
    this.at = spot;
    const row = this.rowAt(spot, 0);
    if (row !== undefined) this.pointed(row);
    await point(this.plot, ...placeOf(trace, spot));
  }

  private wire(): void {
    this.wired = true;
    this.plot.on('plotly_hover', event => {
      const point = event.points.at(-1);
      const row = point && this.rowAt(point.pointNumber as number | [number, number], point.curveNumber);
      if (row !== undefined) this.pointed(row);
    });
    this.plot.on('plotly_click', event => {
      // Where a dot is over a cell the dot is meant.
      const point = event.points.at(-1);
      const row = point && this.rowAt(point.pointNumber as number | [number, number], point.curveNumber);
      if (row !== undefined) this.opened(row);
    });
  }
}

function drawnOf(drawing: Drawing): Drawn {
  const { y, grid, border: points } = drawing;
  if (y && points) return border(drawing, y, points);
  return y && grid ? cells(drawing, y) : dots(drawing);
}

/** From the least to the largest of an axis's values, as Plotly counts them. */
function ends(values: Columns[string], log: boolean): Range {
  const [low, high] = extent(values.map(Number));
  return log ? [Math.log10(low), Math.log10(high)] : [low, high];
}

/** The numbers beside a logarithmic axis with these values. */
function labels(values: Columns[string]): object {
  const [low, high] = extent(values.map(v => (typeof v === 'number' && v > 0 ? v : null)));
  const tickvals = high > 0 ? logTicks(low, high) : [];
  return { tickmode: 'array', tickvals, ticktext: logTexts(tickvals) };
}

/** Whether the values are words. */
function ofWords(values: Columns[string] = []): boolean {
  return values.some(v => typeof v === 'string');
}

function layout(drawing: Drawing): Partial<Layout> {
  const { columns, x, y, column, border: points } = drawing;
  const side = (name: string, type: string, title = symbol(name)) =>
    axis({
      title: { text: plain(title), standoff: 6 },
      type: type as 'log',
      showgrid: false,
      ...(type === 'log' ? labels(columns[name] ?? []) : {}),
      // Dots have room around them, which the regions of a border leave empty.
      ...(points ? { range: ends(columns[name] ?? [], type === 'log') } : {}),
    });
  return {
    ...baseLayout(),
    margin: { l: 72, r: 14, t: 8, b: 46 },
    hovermode: 'closest',
    dragmode: false,
    xaxis: side(x.name, x.log ? 'log' : 'linear'),
    yaxis: y
      ? side(y.name, y.log ? 'log' : 'linear')
      : side(column, ofWords(columns[column]) ? 'category' : 'linear', columnWords(column, drawing)),
  } as Partial<Layout>;
}
