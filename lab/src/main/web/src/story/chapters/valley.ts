import { column, type Experiment, type Landscape, landscape, play } from '../ask';
import type { Chapter } from '../chapter';
import type { Knob, Values } from '../knob';
import type { Mark, Range } from '../picture/scene';

/** How far the picture goes to either side. */
const WIDE = 2.2;
const STEPS = 40;

const ETA: Knob = {
  name: 'eta',
  symbol: 'η',
  words: 'step size',
  low: 0.05,
  high: 1.4,
  step: 0.01,
  start: 0.9,
};
const S: Knob = {
  name: 'S',
  symbol: 'S',
  words: 'sharpness of the valley',
  low: 1,
  high: 4,
  step: 0.1,
  start: 2,
};

interface Valley {
  eta: number;
  S: number;
  edge: number;
  times: number;
  /** The largest and the smallest of |x| after over before, and of x after over before, a step. */
  mostShrinks: number;
  leastShrinks: number;
  factor: number;
  /** x after over before, of the first step. */
  multiplier: number;
  sameSide: boolean;
  otherSide: boolean;
  x: number[];
  loss: number[];
  ground: Landscape;
}

/** Equal up to rounding. */
const same = (a: number, b: number) => Math.abs(a - b) < 1e-9;

const bowl = ({ eta, S }: Values): Experiment => ({
  model: 'formula',
  loss: `${S}*x^2/2`,
  start: { x: 1 },
  eta,
  steps: STEPS,
});

/** The ball in a valley: what 2/S means. */
export const VALLEY: Chapter<Valley> = {
  id: 'valley',
  title: 'A ball in a valley',
  short: 'Valley',
  knobs: [ETA, S],
  tried: [
    { eta: 0.5, S: 2 },
    { eta: 1, S: 2 },
    { eta: 0.5, S: 4 },
  ],
  async compute(ask, values) {
    const [eta, S] = [values.eta!, values.S!];
    const experiment = bowl(values);
    const [run, ground] = await Promise.all([
      play(ask, experiment, ['x', 'loss', 'sharpness']),
      landscape(ask, experiment, { name: 'x', low: -WIDE, high: WIDE, points: 120 }),
    ]);
    const x = column(run, 'x');
    // At the bottom there is nothing left to shrink.
    const ratios = x.slice(1).map((next, i) => (x[i] === 0 ? 0 : next / x[i]!));
    return {
      eta,
      S: column(run, 'sharpness')[0]!,
      edge: run.threshold!,
      times: eta * S,
      mostShrinks: Math.max(...ratios.map(Math.abs)),
      leastShrinks: Math.min(...ratios.map(Math.abs)),
      factor: Math.abs(ratios[0]!),
      multiplier: ratios[0]!,
      sameSide: ratios.every(ratio => ratio > 0),
      otherSide: ratios.every(ratio => ratio < 0),
      x,
      loss: column(run, 'loss'),
      ground,
    };
  },
  text: [
    [
      {
        plain:
          'Why two over η? Put a ball on the side of a valley and let it take steps downhill, each *η* times as long as the slope is steep there. In a round valley the slope is its curvature, the sharpness *S*, times the distance *x* from the bottom. So a step takes the ball from *x* to',
      },
    ],
    [
      { claim: 'Here *η* = {eta} and *S* = {S}, so *ηS* = {times}.', holds: f => same(f.times, f.eta * f.S) },
      {
        claim: 'Each step multiplies the distance from the bottom by 1 − *ηS* = {multiplier}.',
        holds: f => same(f.multiplier, 1 - f.times) && f.x[0] === 1 && same(f.x[1]!, f.multiplier),
      },
      {
        claim: 'Every step ends on the same side, nearer to the bottom: the ball creeps down.',
        when: f => f.times < 1 - 1e-9,
        holds: f => f.sameSide && f.mostShrinks < 1,
      },
      {
        claim: 'One step, and it is at the bottom.',
        when: f => same(f.times, 1),
        holds: f => Math.abs(f.x[1]!) < 1e-9,
      },
      {
        claim:
          'Every step overshoots to the other side, but lands only {factor} times as far from the bottom as before: the ball hops, and settles.',
        when: f => f.times > 1 + 1e-9 && f.times < 2 - 1e-9,
        holds: f => f.otherSide && f.mostShrinks < 1,
      },
      {
        claim: 'Every step ends exactly as high on the other side: the ball hops for ever. This is the edge.',
        when: f => same(f.times, 2),
        holds: f => f.otherSide && same(f.mostShrinks, 1) && same(f.leastShrinks, 1),
      },
      {
        claim:
          'Every step lands farther out than the one before, {factor} times as far: the ball leaves the valley.',
        when: f => f.times > 2 + 1e-9,
        holds: f => f.otherSide && f.leastShrinks > 1,
      },
    ],
    [
      {
        claim:
          'So the border is at *ηS* = 2. For this step size the valley may be as sharp as *2/η* = {edge}; it is [less sharp](run).',
        when: f => f.times < 2 - 1e-9,
        holds: f => same(f.edge * f.eta, 2) && f.S < f.edge,
      },
      {
        claim:
          'So the border is at *ηS* = 2. For this step size the valley may be as sharp as *2/η* = {edge}, and it is [sharper](run).',
        when: f => f.times > 2 + 1e-9,
        holds: f => same(f.edge * f.eta, 2) && f.S > f.edge,
      },
      {
        claim: 'So the border is at *ηS* = 2: this valley is exactly as sharp as it may be, *2/η* = {edge}.',
        when: f => same(f.times, 2),
        holds: f => same(f.edge * f.eta, 2) && same(f.S, f.edge),
      },
    ],
  ],
  formulas: [
    {
      after: 0,
      text: 'x − ηSx = (1 − ηS)x',
      holds: f => same(f.x[1]!, f.x[0]! - f.eta * f.S * f.x[0]!),
    },
    {
      after: 1,
      text: '|1 − ηS| < 1 if S < 2//η',
      holds: f => same(f.times, 2) || f.mostShrinks < 1 === f.S < f.edge,
    },
  ],
  questions: [
    {
      ask: { plain: 'Make the ball hop between two places for ever.' },
      found: f => same(f.times, 2),
      answer: {
        claim: 'Yes: η = {eta} is exactly two over {S}. Any longer, and it would not come back.',
        holds: f => same(f.leastShrinks, 1) && same(f.mostShrinks, 1) && same(f.eta * f.S, 2),
      },
    },
  ],
  caption: [
    {
      plain:
        'The valley, the ball after [even](even) and [odd](odd) steps, and dashed [the leaps](leaps) between them.',
    },
  ],
  result: [
    {
      claim: 'ηS = {times}: the ball comes to rest.',
      when: f => f.times < 2 - 1e-9,
      holds: f => f.mostShrinks < 1,
    },
    {
      claim: 'ηS = {times}: the ball hops between two places.',
      when: f => same(f.times, 2),
      holds: f => same(f.mostShrinks, 1) && same(f.leastShrinks, 1),
    },
    {
      claim: 'ηS = {times}: the ball leaves the valley.',
      when: f => f.times > 2 + 1e-9,
      holds: f => f.leastShrinks > 1,
    },
  ],
  played: values => ({ experiment: bowl(values) }),
  draw(f) {
    const top = 3;
    const inside = f.x.map((x, i) => ({ x, y: f.loss[i]!, i })).filter(({ x }) => Math.abs(x) < 50);
    const parity = (odd: number) => inside.filter(({ i }) => i % 2 === odd);
    const balls = (odd: number): Mark => ({
      kind: 'dots',
      x: parity(odd).map(p => p.x),
      y: parity(odd).map(p => p.y),
      colour: odd ? 'odd' : 'run',
      radius: 6,
      name: odd ? 'odd' : 'even',
    });
    const marks: Mark[] = [
      { kind: 'line', x: f.ground.x, y: f.ground.loss, colour: 'text', width: 2, name: 'run' },
      {
        kind: 'line',
        x: inside.map(p => p.x),
        y: inside.map(p => p.y),
        colour: 'muted',
        width: 1,
        dash: [3, 3],
        name: 'leaps',
      },
      balls(1),
      balls(0),
      { kind: 'label', x: f.x[0]!, y: f.loss[0]!, text: 'start', colour: 'run', above: 12 },
    ];
    return {
      panels: [
        {
          name: 'The ball in the valley: its places after even and odd steps',
          x: { title: 'x, where the ball is', range: [-WIDE, WIDE] as Range },
          y: { title: 'loss L', range: [-0.15, top] },
          marks,
        },
      ],
    };
  },
};
