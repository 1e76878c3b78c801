import { column, family, paths } from '../ask';
import type { Chapter } from '../chapter';
import type { Knob } from '../knob';
import { constrained, type Curve, descent, ETA as ANY, flow, stepsOf, TIME } from '../minimalist';
import { sharperLabel } from '../picture/edge';
import { around, type Mark, type Panel } from '../picture/scene';
import { remembered } from '../remembered';

/** At the edge, or at a right answer: within so much of it. */
const NEAR = 0.05;

/** The sharpness that the question asks for. */
const SOUGHT = 0.7;

const ETA: Knob = { ...ANY, low: 2.4 };

/** Step sizes whose ends are compared. */
const COMPARED = { name: 'eta', low: 2.4, high: 4, points: 5 };

/** All of them take as many steps, so many that they come to rest. */
const LONG = 6000;

interface Flow {
  eta: number;
  steps: number;
  edge: number;
  end: number;
  alpha: number;
  beta2: number;
  /** The largest α on its way. */
  reach: number;
  product: number;
  flowEnd: number;
  flowAlpha: number;
  flowProduct: number;
  /** The constrained trajectory's end, and how far along α descent and gradient flow end from it. */
  boundAlpha: number;
  near: number;
  far: number;
  many: number;
  long: number;
  lowEta: number;
  highEta: number;
  ends: number[];
  path: { alpha: number[]; beta2: number[] };
  bound: { alpha: number[]; beta2: number[] };
  flow: Curve;
}

const falling = (values: number[]) => values.every((value, i) => i === 0 || value < values[i - 1]!);

/** Where training goes: not where gradient flow does. */
export const FLOW: Chapter<Flow> = {
  id: 'flow',
  title: 'Where training really goes',
  short: 'Where it goes',
  knobs: [ETA],
  tried: [{ eta: 2.86 }, { eta: 2.9 }],
  digits: { near: 2, far: 2 },
  async compute(ask, values) {
    const eta = values.eta!;
    const steps = stepsOf(eta);
    const [run, beside, free, compared] = await Promise.all([
      paths(ask, descent(eta, steps), ['sharpness']),
      paths(ask, constrained(eta, steps), ['sharpness']),
      flow(ask, TIME),
      remembered('flow ends', () => family(ask, descent(ANY.start, LONG), COMPARED, ['sharpness'])),
    ]);
    const bound = beside.path;
    const [alpha, beta2] = [run.path.alpha!.at(-1)!, run.path.beta2!.at(-1)!];
    const boundAlpha = bound.alpha!.at(-1)!;
    const flowAlpha = free.alpha.at(-1)!;
    return {
      eta,
      steps: run.lastStep,
      edge: run.threshold!,
      end: column(run, 'sharpness').at(-1)!,
      alpha,
      beta2,
      reach: Math.max(...run.path.alpha!),
      product: alpha * beta2,
      flowEnd: free.sharpness.at(-1)!,
      flowAlpha,
      flowProduct: flowAlpha * free.beta2.at(-1)!,
      boundAlpha,
      near: Math.abs(alpha - boundAlpha),
      far: Math.abs(flowAlpha - boundAlpha),
      many: compared.values.length,
      long: LONG,
      lowEta: compared.values[0]!,
      highEta: compared.values.at(-1)!,
      ends: compared.last.sharpness!.map(value => value ?? NaN),
      path: { alpha: run.path.alpha!, beta2: run.path.beta2! },
      bound: { alpha: bound.alpha!, beta2: bound.beta2! },
      flow: free,
    };
  },
  text: [
    [
      {
        plain:
          'Where does all this lead? Over *α* and *β₂* the right answers are [a whole curve](answers), αβ₂ = 1. Every point of it predicts equally well. Which one does training come to?',
      },
    ],
    [
      {
        claim:
          '[Gradient flow](flow), with steps infinitely small, comes to α = {flowAlpha}, where the sharpness is {flowEnd}. For *η* = {eta} that is beyond [the limit](edge), {edge}.',
        holds: f => Math.abs(f.flowProduct - 1) < NEAR && f.flowEnd > f.edge,
      },
      {
        claim:
          '[Gradient descent](run) follows it past the limit, as far as α = {reach}; then its swing has grown, and it is thrown back. From there it climbs to and fro along the limit, to a right answer less sharp than gradient flow’s: after {steps} steps it is at α = {alpha} and β₂ = {beta2}, with sharpness {end}.',
        holds: f =>
          f.reach > f.boundAlpha &&
          Math.abs(f.product - 1) < NEAR &&
          Math.abs(f.end / f.edge - 1) < NEAR &&
          f.end < 0.95 * f.flowEnd,
      },
    ],
    [
      {
        claim:
          'One path foretells it: take away the swing, and forbid every step past the limit. After as many steps this [constrained trajectory](bound) ([@damian]) is at α = {boundAlpha}: only {near} from gradient descent, and {far} from gradient flow.',
        holds: f => f.near < f.far / 4,
      },
      {
        claim:
          'So the step size chooses the answer: of {many} runs of {long} steps with η from {lowEta} to {highEta}, each with a larger step ends less sharp than the one before.',
        holds: f => f.ends.length === f.many && falling(f.ends),
      },
    ],
  ],
  questions: [
    {
      ask: { plain: 'Which step size ends at a sharpness of seven tenths, to within a hundredth?' },
      found: f => Math.abs(f.end - SOUGHT) < 0.01,
      answer: {
        claim: 'Yes: with η = {eta} it is at {end} after {steps} steps. The step size has chosen it.',
        holds: f => Math.abs(f.end - SOUGHT) < 0.01 && Math.abs(f.end / f.edge - 1) < NEAR,
      },
    },
  ],
  caption: [
    {
      plain:
        'The paths of [gradient descent](run), of [gradient flow](flow) and of the [constrained trajectory](bound) from the same start, and tinted what is [beyond the limit](edge).',
    },
  ],
  result: [
    {
      claim:
        'η = {eta}, after {steps} steps: gradient descent is at α = {alpha}, gradient flow at {flowAlpha}, the constrained trajectory at {boundAlpha}.',
      holds: f => f.near < f.far,
    },
  ],
  played: ({ eta }) => ({ experiment: descent(eta!, stepsOf(eta!)) }),
  draw(f) {
    return { panels: [plane(f)] };
  },
};

function plane(f: Flow): Panel {
  const x = around([...f.path.alpha, ...f.flow.alpha], 0.08);
  const y = around([...f.path.beta2, ...f.flow.beta2], 0.1);
  const answers = Array.from({ length: 80 }, (_, i) => x[0] + (i * (x[1] - x[0])) / 79);
  // Beyond it the constrained trajectory does not go.
  const limit = Math.max(...f.bound.alpha);
  const curve = (name: string, path: { alpha: number[]; beta2: number[] }, rest: Partial<Mark>): Mark =>
    ({ kind: 'line', x: path.alpha, y: path.beta2, name, ...rest }) as Mark;
  const end = (
    name: string,
    alpha: number[],
    beta2: number[],
    text: string,
    colour: 'run' | 'flow',
  ): Mark[] => [
    { kind: 'dots', x: alpha.slice(-1), y: beta2.slice(-1), colour, radius: 6, name },
    { kind: 'label', x: alpha.at(-1)!, y: beta2.at(-1)!, text, colour, above: 12, name },
  ];
  return {
    name: 'The paths over alpha and beta two: gradient descent, gradient flow and the constrained trajectory',
    x: { title: 'α', range: x },
    y: { title: 'β₂', range: y },
    marks: [
      { kind: 'band', x: [limit, x[1]], colour: 'unstable', name: 'edge' },
      sharperLabel(x, y),
      { kind: 'line', x: [limit, limit], y, colour: 'edge', width: 1.5, dash: [8, 5], name: 'edge' },
      { kind: 'line', x: answers, y: answers.map(a => 1 / a), colour: 'muted', width: 2, name: 'answers' },
      {
        kind: 'label',
        x: answers[50]!,
        y: 1 / answers[50]!,
        text: ' right answers, αβ₂ = 1',
        colour: 'muted',
        name: 'answers',
      },
      curve('flow', f.flow, { colour: 'flow', width: 2, dash: [2, 4] }),
      curve('run', f.path, { colour: 'run', width: 1.2 }),
      curve('bound', f.bound, { colour: 'constrained', width: 2.5, dash: [9, 4] }),
      ...end('flow', f.flow.alpha, f.flow.beta2, 'gradient flow', 'flow'),
      ...end('run', f.path.alpha, f.path.beta2, 'gradient descent', 'run'),
    ],
  };
}
