import type { Layout } from 'plotly.js';
import { plain, symbol } from '../format';
import { axis, baseLayout, draw, plotElement } from '../plot/figure';
import { logTexts, logTicks } from '../plot/ticks';
import { h } from '../dom';
import { cells } from './cells';
import { dots } from './dots';
import type { Columns, Drawing } from './drawing';

/** The runs of a sweep over one or two of its settings: a grid as cells, any other design as dots. */
export class Diagram {
  readonly plot = plotElement();
  readonly element = h('div', { class: 'plotbox tallish' }, this.plot);
  private wired = false;
  private rowAt: (point: number | [number, number]) => number | undefined = () => undefined;

  /** `opened` gets the row of the run clicked on. */
  constructor(private readonly opened: (row: number) => void) {}

  async draw(drawing: Drawing): Promise<void> {
    const { trace, rowAt } = drawing.grid && drawing.y ? cells(drawing, drawing.y) : dots(drawing);
    this.rowAt = rowAt;
    await draw(this.plot, [trace], layout(drawing));
    if (!this.wired) this.wire();
  }

  private wire(): void {
    this.wired = true;
    this.plot.on('plotly_click', event => {
      const at = event.points[0]?.pointNumber as number | [number, number] | undefined;
      const row = at === undefined ? undefined : this.rowAt(at);
      if (row !== undefined) this.opened(row);
    });
  }
}

/** The numbers beside a logarithmic axis with these values. */
function labels(values: Columns[string]): object {
  const numbers = values.filter((v): v is number => typeof v === 'number' && v > 0);
  const low = numbers.reduce((a, b) => Math.min(a, b), Infinity);
  const high = numbers.reduce((a, b) => Math.max(a, b), 0);
  const tickvals = high > 0 ? logTicks(low, high) : [];
  return { tickmode: 'array', tickvals, ticktext: logTexts(tickvals) };
}

function layout({ columns, x, y, column }: Drawing): Partial<Layout> {
  const side = (name: string, type: string) =>
    axis({
      title: { text: plain(symbol(name)), standoff: 6 },
      type: type as 'log',
      showgrid: false,
      ...(type === 'log' ? labels(columns[name] ?? []) : {}),
    });
  return {
    ...baseLayout(),
    margin: { l: 72, r: 14, t: 8, b: 46 },
    hovermode: 'closest',
    dragmode: false,
    xaxis: side(x.name, x.log ? 'log' : 'linear'),
    yaxis: side(y?.name ?? column, y?.log ? 'log' : y || column !== 'regime' ? 'linear' : 'category'),
  } as Partial<Layout>;
}
