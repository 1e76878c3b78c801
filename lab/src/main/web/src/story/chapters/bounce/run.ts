import { type Ask, column, type Experiment, type Landscape, landscape, play } from '../../ask';
import type { Values } from '../../knob';
import { CANONICAL, descent, stepsOf } from '../../minimalist';
import { around, type Range } from '../../picture/scene';
import { remembered } from '../../remembered';

/** Steps of the run, seen from near: of its first throws back. */
export const STEPS = 1200;

export interface Walk {
  edge: number;
  crossing: number;
  times: number;
  /** The lowest sharpness after the first crossing, and how often it goes above the limit, of the run and of one that is not clipped. */
  low: number;
  freeLow: number;
  freeTimes: number;
  alpha: number[];
  beta1: number[];
  beta2: number[];
  sharpness: number[];
  loss: number[];
}

export interface Bounce {
  eta: number;
  step: number;
  /** Those shown, and those of the whole run. */
  steps: number;
  whole: number;
  edge: number;
  crossing: number;
  times: number;
  /** The smallest η·λ₁·α² from the first crossing on. */
  floor: number;
  low: number;
  freeLow: number;
  freeTimes: number;
  sharpness: number;
  /** β₁ now, a step later, and at the start. */
  beta1: number;
  beta1Next: number;
  beta1Start: number;
  shrinks: boolean;
  growth: number;
  /** The curvature along β₁, λ₁α². */
  along: number;
  alpha: number;
  fall: number;
  /** The step that takes α down most. */
  steepest: number;
  lossPeak: number;
  lossBefore: number;
  walk: Walk;
  ground: Landscape;
}

function walk(ask: Ask, eta: number): Promise<Walk> {
  return remembered(`bounce ${eta}`, async () => {
    const [run, free] = await Promise.all([
      play(ask, descent(eta, STEPS), ['alpha', 'beta1', 'beta2', 'sharpness', 'loss']),
      play(ask, descent(eta, STEPS, { clip: 'none' }), ['sharpness']),
    ]);
    return {
      low: Math.min(...column(run, 'sharpness').slice(run.firstCrossing)),
      freeLow: Math.min(...column(free, 'sharpness').slice(free.firstCrossing)),
      freeTimes: free.crossUp.length,
      edge: run.threshold!,
      crossing: run.firstCrossing,
      times: run.crossUp.length,
      alpha: column(run, 'alpha'),
      beta1: column(run, 'beta1'),
      beta2: column(run, 'beta2'),
      sharpness: column(run, 'sharpness'),
      loss: column(run, 'loss'),
    };
  });
}

/** The stretch of α and β₁ over which the run goes. */
export function stretches({ alpha, beta1 }: Walk): [Range, Range] {
  const wide = 1.15 * Math.max(...beta1.map(Math.abs));
  return [around(alpha, 0.12), [-wide, wide]];
}

async function ground(ask: Ask, walk: Walk, eta: number, step: number): Promise<Landscape> {
  const [x, y] = stretches(walk);
  const from: Experiment = {
    ...descent(eta, STEPS),
    start: { ...(CANONICAL.start as object), beta2: walk.beta2[step] },
  };
  return landscape(
    ask,
    from,
    { name: 'alpha', low: x[0], high: x[1], points: 56 },
    { name: 'beta1', low: y[0], high: y[1], points: 41 },
  );
}

/** What happens at a step of a run with a step size. */
export async function bounce(ask: Ask, values: Values): Promise<Bounce> {
  const [eta, step] = [values.eta!, values.step!];
  const run = await walk(ask, eta);
  const size = run.beta1.map(Math.abs);
  const falls = run.alpha.slice(1).map((after, i) => run.alpha[i]! - after);
  return {
    eta,
    step,
    steps: STEPS,
    whole: stepsOf(eta),
    edge: run.edge,
    crossing: run.crossing,
    times: run.times,
    floor: eta * Math.min(...run.alpha.slice(run.crossing)) ** 2,
    low: run.low,
    freeLow: run.freeLow,
    freeTimes: run.freeTimes,
    sharpness: run.sharpness[step]!,
    beta1: run.beta1[step]!,
    beta1Next: run.beta1[step + 1]!,
    beta1Start: run.beta1[0]!,
    shrinks: size.slice(1, step + 1).every((value, i) => value <= size[i]!),
    along: Number(CANONICAL.lambda1) * run.alpha[step]! ** 2,
    growth: size[step + 1]! / size[step]!,
    alpha: run.alpha[step]!,
    fall: run.alpha[step]! - run.alpha[step + 1]!,
    steepest: falls.indexOf(Math.max(...falls)),
    lossPeak: Math.max(...run.loss.slice(run.crossing)),
    lossBefore: run.loss[run.crossing]!,
    walk: run,
    ground: await ground(ask, run, eta, step),
  };
}
