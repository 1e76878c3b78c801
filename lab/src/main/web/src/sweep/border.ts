import type { Data } from 'plotly.js';
import { palette } from '../plot/theme';
import { cells } from './cells';
import { type Columns, type Direction, type Drawing, type Drawn, hover, size } from './drawing';

/** A traced border: its points over the regions that it parts. Rows are those of the regions, then the points. */
export function border(drawing: Drawing, along: Direction, points: Columns): Drawn {
  const regions = cells(drawing, along);
  const { text, paper } = palette();
  const trace = {
    type: 'scatter',
    mode: 'markers',
    x: points[drawing.x.name],
    y: points[along.name],
    text: points.before?.map((before, i) => `${String(before)} | ${String(points.after?.[i])}`),
    marker: { size: 4, color: text, line: { width: 0.5, color: paper } },
    hovertemplate: hover(drawing, null),
  } as Data;
  return {
    traces: [...regions.traces, trace],
    rowAt: (at, k) => (k === 0 ? regions.rowAt(at, 0) : size(drawing.columns) + Number(at)),
  };
}
