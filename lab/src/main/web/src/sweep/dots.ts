import type { Data } from 'plotly.js';
import { colours, type Drawing, type Drawn, hover, numberOf } from './drawing';
import { REGIMES } from './regimes';

/** Dots beyond which a browser without a graphics card draws slowly. */
const MOST = 5000;

/** Runs that lie on no grid of two settings: a dot a run. Of very many every second, third … one is drawn. */
export function dots(drawing: Drawing): Drawn {
  const { columns, column, x, y } = drawing;
  const all = columns[x.name]?.length ?? 0;
  const stride = Math.max(1, Math.ceil(all / MOST));
  const rows = Array.from({ length: Math.ceil(all / stride) }, (_, i) => i * stride);
  const some = (name: string) => rows.map(i => columns[name]?.[i] ?? null);
  // One setting alone: the regime gives the colour, the column the height.
  const shade = y ? column : 'regime';
  const height = some(y?.name ?? column);
  const trace = {
    type: 'scatter',
    mode: 'markers',
    x: some(x.name),
    y: y || column === 'regime' ? height : height.map(v => numberOf(column, v)),
    text: some('regime'),
    marker: {
      size: y ? 5 : 6,
      color: some(shade).map(v => numberOf(shade, v)),
      ...(shade === 'regime' ? { cmin: -0.5, cmax: REGIMES.length - 0.5 } : {}),
      ...colours(shade),
      line: { width: 0.5, color: 'rgba(128,128,128,.7)' },
    },
    hovertemplate: hover(drawing, y ? '%{marker.color:.5g}' : '%{y:.5g}'),
  } as Data;
  return { trace, rowAt: at => (Array.isArray(at) ? undefined : rows[at]) };
}
