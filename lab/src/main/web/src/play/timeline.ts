import { allWithRole, meaningOf, critical, role, withRole } from '../columns';
import { symbol, words } from '../format';
import type { Dash, Line, LinePlot, Range } from '../plot/description';
import { progressPanel } from '../plot/progress';
import { around, decades, extent } from '../plot/ranges';
import type { Meaning } from '../plot/meaning';
import { meant } from '../plot/theme';
import type { Column, PlayResult, Series } from '../types';
import { scaleOf } from './edge';
import { parities } from './parity';
import { shading } from './shading';

type Role = Column['role'];

/** The roles of the columns that the timeline shows besides the parameters. */
export const ROLES: Role[] = [
  'phase',
  'flow-sharpness',
  'sharpness',
  'preconditioned-sharpness',
  'curvature',
  'step-curvature',
  'progress',
  'loss',
  'loss-term',
];

/** What a curvature is that is drawn beside the sharpness, where its symbol alone would say little. */
const ABOUT: Partial<Record<Role, string>> = {
  'flow-sharpness': ' (gradient flow)',
  'step-curvature': ' (along the step)',
  'preconditioned-sharpness': ' (preconditioned)',
};

/** The colours of the loss and of the terms that it is the sum of, and of the parameters in their order. */
const TERMS: Meaning[] = ['loss', 'other', 'quiet'];
const PARAMETERS: Meaning[] = ['run', 'other', 'quiet', 'loss', 'flow', 'edge', 'constrained'];

/** ηS with the phases, the loss and the parameters over the steps. */
export function timeline(result: PlayResult, coordinates: string[]): LinePlot {
  const { from, to } = result.window;
  const c = result.columns;
  const scale = scaleOf(result);
  const names = Object.keys(c).filter(n => !coordinates.includes(n));
  const held = critical(names) ?? result.curvature;
  const curvature = (n: string, width: number, dash?: Dash) => {
    const called = n === held && role(n) !== 'preconditioned-sharpness' ? 'S' : symbol(n);
    const name = `η${called}${ABOUT[role(n) ?? 'part'] ?? ''}`;
    return line(name, scaled(c[n], scale), meant(meaningOf(n)), width, dash);
  };
  const drawn = (role: Role, width: number, dash?: Dash) =>
    allWithRole(names, role)
      .map(n => curvature(n, width, dash))
      .filter(line => line.x.length > 0);
  const sharpness = curvature(held, 1.4);
  const dots = result.samples;
  const parted = (of: Line, name: string, factor = 1, odd = meant('odd')) =>
    parities(of, scaled(dots?.[name], factor), odd);
  const upper = [
    // Along the steps of an orbit it jumps as far as the steps do.
    ...(dots ? [] : drawn('step-curvature', 0.8)),
    ...parted(sharpness, held, scale),
    ...drawn('flow-sharpness', 1.2, 'dot'),
    ...drawn('curvature', 1.2),
  ];
  const progress = allWithRole(names, 'progress').filter(n => c[n]!.step.length > 0);
  const terms = [...allWithRole(names, 'loss'), ...allWithRole(names, 'loss-term')];
  const losses = terms.map((n, i) =>
    line(words(n), c[n], meant(TERMS[i % TERMS.length]!), i === 0 ? 1.5 : 0.9),
  );
  const parameters = coordinates.map((n, i) =>
    line(symbol(n), c[n], meant(PARAMETERS[i % PARAMETERS.length]!)),
  );
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
        level: { value: 2, name: 'the edge: 2', edge: true },
        // The phases are those of a run that the edge turns back.
        bands: result.outcome === 'diverged' ? [] : shading(c[withRole(names, 'phase') ?? '']),
      },
      // The loss gives the decades; its parts may leave them.
      {
        lines: dots ? parted(losses[0]!, terms[0]!) : losses,
        range: decades(losses.slice(0, 1)),
        log: true,
      },
      ...progress.map(n => progressPanel(...parted(line(words(n), c[n], meant(meaningOf(n)), 1.1), n))),
      {
        lines: parameters.flatMap((of, i) =>
          // Of several the odd steps are paler, lest they are all of one colour.
          parted(of, coordinates[i]!, 1, coordinates.length > 1 ? `${of.colour}80` : undefined),
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
