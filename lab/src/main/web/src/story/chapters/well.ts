import { type Ask, column, type Landscape, landscape, orbits, play } from '../ask';
import type { Chapter } from '../chapter';
import { type Knob, snapped } from '../knob';
import type { Mark, Panel, Range } from '../picture/scene';
import { remembered } from '../remembered';

const WIDE = 1.7;

/** Steps until it has settled where it can, and how many are looked at then. */
const STEPS = 1500;
const KEPT = 64;

/** The places that the cobweb shows. */
const SEEN = 40;

const ETA: Knob = {
  name: 'eta',
  symbol: 'η',
  words: 'step size',
  low: 0.7,
  high: 2.05,
  step: 0.005,
  start: 1.1,
};

interface Well {
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

const experiment = (eta: number, steps = STEPS) => ({ model: 'chen-bruna', mu: 1, x: 0.9, eta, steps });

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

const regular = (f: Well) => !f.diverged && f.period > 0;

/** Beyond the edge of a valley that is no perfect bowl: the double well. */
export const WELL: Chapter<Well> = {
  id: 'well',
  title: 'Past the edge, and not lost',
  knobs: [ETA],
  tried: [{ eta: 1 }, { eta: 1.25 }, { eta: 1.29 }, { eta: 1.705 }, { eta: 2.03 }],
  async compute(ask, values) {
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
  },
  text: [
    [
      {
        plain:
          'In a perfect bowl, past the edge is lost. But few losses are perfect bowls. Take a valley with two bottoms and a hump between, [the double well](well).',
      },
      {
        claim: 'At either bottom its sharpness *S* is {sharpness}, so the edge is at *η* = {border}.',
        holds: f => Math.abs(f.border * f.sharpness - 2) < 1e-9,
      },
    ],
    [
      { claim: 'Take *η* = {eta}.', holds: f => f.diverged || f.settled.length === f.kept },
      {
        claim: 'Below the edge the ball comes to rest at a bottom, at {high}.',
        when: f => f.period === 1,
        holds: f => f.eta < f.border && f.high - f.low < 1e-6,
      },
      {
        claim:
          'Past the edge the ball cannot rest, but it does not leave either: it hops between {low} and {high} for ever.',
        when: f => f.period === 2,
        holds: f =>
          f.eta > f.border && f.settled.every((x, i) => i < 2 || Math.abs(x - f.settled[i - 2]!) < 1e-6),
      },
      {
        claim: 'Past the edge it goes round {period} places for ever, from {low} to {high}.',
        when: f => regular(f) && f.period > 2,
        holds: f =>
          f.eta > f.border && new Set(f.settled.slice(0, f.period).map(x => x.toFixed(6))).size === f.period,
      },
      {
        claim:
          'It comes back to none of its places: the last {kept} steps are all different, from {low} to {high}.',
        when: f => !f.diverged && f.period === 0 && f.eta > 1.3,
        holds: f => new Set(f.settled.map(x => x.toFixed(9))).size === f.kept,
      },
      {
        claim: 'This close to where the picture below forks, it has not settled even now.',
        when: f => !f.diverged && f.period === 0 && f.eta <= 1.3,
        holds: f => f.high - f.low > 1e-7 && f.high < WIDE,
      },
      {
        claim: 'It comes to a slope so steep that each step throws it farther out, and it is gone.',
        when: f => f.diverged,
        holds: f => f.x.slice(-3).every((x, i, last) => i === 0 || Math.abs(x) > Math.abs(last[i - 1]!)),
      },
    ],
    [
      {
        claim:
          'How can it stay? The sharpness at its outer place, {steep}, throws it across; but at the inner one, towards the hump, the valley is flatter, {flat}, and takes it back. The swing itself leads to where the step is not too long: hold on to that thought.',
        when: f => f.period === 2,
        holds: f => f.flat < f.sharpness && f.sharpness < f.steep,
      },
      {
        plain:
          'Each step is a corner of the [cobweb](cobweb): up to the curve, over to the diagonal. In the diagram each step size that you visit leaves the places where the ball ends up. Drag η through it all and draw the whole [diagram](diagram).',
      },
    ],
  ],
  questions: [
    {
      ask: { plain: 'Find a step size at which the ball goes round four places.' },
      found: f => f.period === 4,
      answer: {
        claim: 'Here is one: at η = {eta} it goes round {period} places.',
        holds: f => f.period === 4 && new Set(f.settled.slice(0, 4).map(x => x.toFixed(6))).size === 4,
      },
    },
  ],
  result: [
    {
      claim: 'η = {eta}: period {period}, from {low} to {high}.',
      when: regular,
      holds: f => f.period > 0 && f.low <= f.high,
    },
    {
      claim: 'η = {eta}: no period in {kept} steps, from {low} to {high}.',
      when: f => !f.diverged && f.period === 0,
      holds: f => f.period === 0 && f.low < f.high,
    },
    { claim: 'η = {eta}: the ball leaves.', when: f => f.diverged, holds: f => f.settled.length === 0 },
  ],
  draw(f) {
    return { panels: [well(f), cobweb(f), diagram(f)] };
  },
};

function well({ ground, x, diverged }: Well): Panel {
  const seen = diverged ? x : x.slice(-SEEN);
  const first = x.length - seen.length;
  const height = (at: number) => nearest(ground, at, ground.loss);
  const dots = (odd: number): Mark => {
    const places = seen.filter((at, i) => (first + i) % 2 === odd && Math.abs(at) <= WIDE);
    return { kind: 'dots', x: places, y: places.map(height), colour: odd ? 'odd' : 'run', radius: 5 };
  };
  return {
    name: 'The double well, with the ball’s last places after even and odd steps',
    half: true,
    x: { title: 'x', range: [-WIDE, WIDE] },
    y: { title: 'loss L', range: [-0.06, 0.9] },
    marks: [
      { kind: 'line', x: ground.x, y: ground.loss, colour: 'text', width: 2, name: 'well' },
      dots(1),
      dots(0),
    ],
  };
}

/** The value of a map over the grid at a place between its points. */
function nearest(ground: Landscape, at: number, values: number[]): number {
  const place = ((at + WIDE) / (2 * WIDE)) * (ground.x.length - 1);
  const i = Math.max(0, Math.min(ground.x.length - 2, Math.floor(place)));
  return values[i]! + (place - i) * (values[i + 1]! - values[i]!);
}

function cobweb({ ground, x, diverged }: Well): Panel {
  const seen = diverged ? x.slice(0, SEEN) : x.slice(-SEEN);
  const xs: number[] = [];
  const ys: number[] = [];
  for (let i = 0; i + 1 < seen.length; i++) {
    xs.push(seen[i]!, seen[i]!);
    ys.push(seen[i]!, seen[i + 1]!);
  }
  const range: Range = [-WIDE, WIDE];
  return {
    name: 'Cobweb: the place after a step over the place before',
    half: true,
    extra: true,
    x: { title: 'x', range },
    y: { title: 'x a step later', range },
    marks: [
      { kind: 'line', x: range, y: range, colour: 'muted', width: 1 },
      { kind: 'line', x: ground.x, y: ground.next!, colour: 'text', width: 2 },
      { kind: 'line', x: xs, y: ys, colour: 'run', width: 1.2, name: 'cobweb' },
    ],
  };
}

function diagram({ eta, diagram, border }: Well): Panel {
  return {
    name: 'Bifurcation diagram: where the ball ends up, over the step sizes visited',
    share: 1.15,
    x: { title: 'η', range: [ETA.low, ETA.high] },
    y: { title: 'where it ends up', range: [-1.6, 1.6] },
    marks: [
      { kind: 'line', x: [border, border], y: [-1.6, 1.6], colour: 'edge', width: 1.2, dash: [6, 4] },
      { kind: 'label', x: border, y: -1.5, text: 'the edge ', colour: 'edge', align: 'right' },
      { kind: 'dots', x: diagram.eta, y: diagram.x, colour: 'run', radius: 1, name: 'diagram' },
      { kind: 'line', x: [eta, eta], y: [-1.6, 1.6], colour: 'text', width: 1 },
    ],
  };
}
