import { type Ask, column, type Landscape, landscape, orbits, play } from '../../ask';
import { type Knob, snapped, type Values } from '../../knob';
import { remembered } from '../../remembered';

/** How far the picture goes to either side. */
export const WIDE = 1.7;

/** Steps until it has settled where it can, and how many are looked at then. */
const STEPS = 1500;
const KEPT = 64;

export const ETA: Knob = {
  name: 'eta',
  symbol: 'η',
  words: 'step size',
  low: 0.7,
  high: 2.05,
  step: 0.005,
  start: 1.1,
};

export interface Well {
  eta: number;
  /** At each bottom, and the step size that is too large for it. */
  sharpness: number;
  border: number;
  period: number;
  kept: number;
  low: number;
  high: number;
  /** The sharpness at the lowest and at the highest place. */
  flat: number;
  steep: number;
  settled: number[];
  diverged: boolean;
  x: number[];
  ground: Landscape;
  /** Where the ball ends, of all step sizes visited. */
  diagram: { eta: number[]; x: number[] };
}

/** The columns of the diagram that the reader has drawn, and the step size at which the hand was last. */
const drawn = new Map<number, { values: number[]; period: number }>();
let before = ETA.start;

/** The ball in the well. */
export const experiment = (eta: number, steps = STEPS) => ({
  model: 'chen-bruna',
  mu: 1,
  x: 0.9,
  eta,
  steps,
});

/** Draws the columns from where the hand was to where it is. */
async function draw(ask: Ask, eta: number): Promise<void> {
  const [low, high] = [Math.min(before, eta), Math.max(before, eta)];
  before = eta;
  const missing: number[] = [];
  for (let at = low; at <= high + ETA.step / 2; at += ETA.step) {
    const value = snapped(ETA, at);
    if (!drawn.has(value)) missing.push(value);
  }
  if (missing.length === 0) return;
  const [from, to] = [missing[0]!, missing.at(-1)!];
  // At least two values make an axis.
  const upTo = to > from ? to : from + ETA.step;
  const points = Math.round((upTo - from) / ETA.step) + 1;
  const columns = await orbits(ask, experiment(eta), { name: 'eta', low: from, high: upTo, points }, KEPT);
  columns.values.forEach((value, i) =>
    drawn.set(snapped(ETA, value), { values: columns.orbits[i]!, period: columns.periods[i]! }),
  );
}

/** Where the ball ends up with a step size, and with all that were visited. */
export async function settled(ask: Ask, values: Values): Promise<Well> {
  const eta = values.eta!;
  const [ground] = await Promise.all([
    remembered(`well ${eta}`, () =>
      landscape(ask, experiment(eta), { name: 'x', low: -WIDE, high: WIDE, points: 121 }),
    ),
    draw(ask, eta),
  ]);
  const { values: settled, period } = drawn.get(eta)!;
  const diverged = settled.length === 0;
  // Of one that settles the orbit is enough.
  const run = await play(ask, experiment(eta, diverged ? STEPS : 1), ['x', 'gfsSharpness']);
  const sharpness = column(run, 'gfsSharpness')[0]!;
  const [low, high] = [Math.min(...settled), Math.max(...settled)];
  // Of a ball at rest, or gone, there are no two places.
  const [flat, steep] =
    low < high
      ? (await landscape(ask, experiment(eta), { name: 'x', low, high, points: 2 })).sharpness
      : [sharpness, sharpness];
  // Of an orbit that repeats once round is all.
  const all = [...drawn].flatMap(([at, { values: ends, period: round }]) =>
    ends.slice(0, round > 0 ? round : KEPT).map(x => [at, x] as const),
  );
  return {
    eta,
    sharpness,
    border: (run.threshold! * eta) / sharpness,
    period,
    kept: KEPT,
    low,
    high,
    flat: flat!,
    steep: steep!,
    settled,
    diverged,
    x: diverged ? column(run, 'x') : settled,
    ground,
    diagram: { eta: all.map(([at]) => at), x: all.map(([, x]) => x) },
  };
}
