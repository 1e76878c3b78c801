import { symbol, words } from '../format';
import type { Dash, Line, LinePlot, Range } from '../plot/description';
import { progressPanel } from '../plot/progress';
import { around, decades, extent } from '../plot/ranges';
import { palette } from '../plot/theme';
import type { PlayResult, Series } from '../types';
import { scaleOf } from './edge';
import { parities } from './parity';
import { shading } from './shading';

const LOSSES = ['loss', 'oscillatoryLoss', 'convergenceLoss'];

/** The columns that the timeline shows besides the parameters. */
export const COLUMNS = [
  'phase',
  'gfsSharpness',
  'sharpness',
  'directionalSmoothness',
  'relativeProgress',
  ...LOSSES,
];

/** ηS with the phases, the loss and the parameters over the steps. */
export function timeline(result: PlayResult, coordinates: string[]): LinePlot {
  const { from, to } = result.window;
  const { series } = palette();
  const c = result.columns;
  const scale = scaleOf(result);
  const sharpness = line('ηS', scaled(c.sharpness ?? c[result.curvature], scale), series[0]!);
  const flow = line('ηφ (gradient flow)', scaled(c.gfsSharpness, scale), series[2]!, 1.2, 'dot');
  const along = line('ηD (along the step)', scaled(c.directionalSmoothness, scale), series[3]!, 1.1);
  const dots = result.samples;
  const parted = (of: Line, name: string, odd: number, factor = 1) =>
    parities(of, scaled(dots?.[name], factor), series[odd % series.length]!);
  const critical = c.sharpness ? 'sharpness' : result.curvature;
  const upper = [
    // Along the steps of an orbit it jumps as far as the steps do.
    ...(along.x.length > 0 && !dots ? [along] : []),
    ...parted(sharpness, critical, 1, scale),
    ...(c.gfsSharpness ? [flow] : []),
  ];
  const progress = line(words('relativeProgress'), c.relativeProgress, series[4]!, 1.1);
  const colours = [series[1]!, series[3]!, series[4]!];
  const losses = LOSSES.filter(n => c[n]).map((n, i) =>
    line(words(n), c[n], colours[i]!, i === 0 ? 1.5 : 0.9),
  );
  const parameters = coordinates.map((n, i) => line(symbol(n), c[n], series[i % series.length]!));
  return {
    x: {
      title: 'step',
      range: [from, Math.max(to, from + 1)],
      whole: true,
      last: result.lastStep,
      part: from > 0 || to < result.lastStep,
    },
    panels: [
      {
        lines: upper,
        range: aroundEdge(sharpness),
        level: { value: 2 },
        // The phases are those of a run that the edge turns back.
        bands: result.outcome === 'diverged' ? [] : shading(c.phase),
      },
      // The loss gives the decades; its parts may leave them.
      { lines: dots ? parted(losses[0]!, 'loss', 0) : losses, range: decades(losses.slice(0, 1)), log: true },
      ...(progress.x.length > 0 ? [progressPanel(...parted(progress, 'relativeProgress', 3))] : []),
      {
        lines: parameters.flatMap((of, i) =>
          parted(of, coordinates[i]!, i + 1 + (coordinates.length > 1 ? 2 : 0)),
        ),
        range: around(parameters),
      },
    ],
  };
}

function line(name: string, series: Series | undefined, colour: string, width = 1.4, dash?: Dash): Line {
  return { name, colour, x: series?.step ?? [], y: series?.value ?? [], width, dash };
}

function scaled(series: Series | undefined, factor: number): Series | undefined {
  return series && { step: series.step, value: series.value.map(v => (v === null ? null : v * factor)) };
}

/** Around the edge at 2, as far as ηS goes. */
function aroundEdge(sharpness: Line): Range {
  const [least, most] = extent(sharpness.y);
  const low = Math.min(2, least);
  const high = Math.max(2, most);
  const room = 0.12 * Math.max(high - low, 0.5);
  return [Math.max(0, low - room), high + room];
}
