import type { Data } from 'plotly.js';
import { palette } from '../plot/theme';
import { type Columns, type Drawing, type Drawn, hover, size } from './drawing';
import { Shading } from './shading';

/** Dots beyond which a browser without a graphics card draws slowly. */
const MOST = 5000;

/** What gives a run its colour where its height is the column. */
export function shadeOf(columns: Columns): string {
  return columns.passage ? 'passage' : 'regime';
}

/** Runs that lie on no grid of two settings: a dot a run. Of very many every second, third … one is drawn. */
export function dots(drawing: Drawing): Drawn {
  const { columns, column, x, y } = drawing;
  const all = size(columns);
  const stride = Math.max(1, Math.ceil(all / MOST));
  const rows = Array.from({ length: Math.ceil(all / stride) }, (_, i) => i * stride);
  const some = (name: string) => rows.map(i => columns[name]?.[i] ?? null);
  // One setting alone: the regime gives the colour, the column the height.
  const shade = y ? column : shadeOf(columns);
  const shading = new Shading(shade, some(shade));
  const height = new Shading(column, some(column));
  const [cmin, cmax] = shading.ends ?? [];
  const number = height.names ? null : y ? '%{marker.color:.5g}' : '%{y:.5g}';
  const trace = {
    type: 'scatter',
    mode: 'markers',
    x: some(x.name),
    y: y ? some(y.name) : height.names ? some(column) : some(column).map(v => height.number(v)),
    text: some(shadeOf(columns)),
    marker: {
      size: y ? 5 : 6,
      color: some(shade).map(v => shading.number(v)),
      cmin,
      cmax,
      ...shading.style,
      line: { width: 0.7, color: palette().muted },
    },
    hovertemplate: hover(drawing, number),
  } as Data;
  return { traces: [trace], rowAt: at => (Array.isArray(at) ? undefined : rows[at]) };
}
