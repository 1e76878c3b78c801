import { type Ask, column, type Experiment, type Landscape, landscape, play } from '../ask';
import type { Chapter } from '../chapter';
import type { Knob } from '../knob';
import { CANONICAL, descent, ETA as ANY } from '../minimalist';
import { across, around, type Mark, type Panel, type Range } from '../picture/scene';
import { remembered } from '../remembered';

const STEPS = 1200;

/** So many steps are seen at a time. */
const TRAIL = 28;

const ETA: Knob = { ...ANY, low: 2.4 };
const STEP: Knob = { name: 'step', symbol: 't', words: 'step', low: 0, high: STEPS - 1, step: 1, start: 252 };

interface Walk {
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

interface Bounce {
  eta: number;
  step: number;
  steps: number;
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
function stretches({ alpha, beta1 }: Walk): [Range, Range] {
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

const stable = (f: Bounce) => f.sharpness <= f.edge;
const early = (f: Bounce) => f.crossing < 0 || f.step < f.crossing;

/** What happens at the edge: the bounce across the valley, and what it does to α. */
export const BOUNCE: Chapter<Bounce> = {
  id: 'bounce',
  title: 'At the edge: thrown back by its own swing',
  knobs: [STEP, ETA],
  tried: [
    { eta: 3.2, step: 258 },
    { eta: 2.8, step: 469 },
    { eta: 4, step: 196 },
  ],
  digits: { beta1: 2, growth: 3, fall: 2, lossPeak: 2, lossBefore: 2 },
  async compute(ask, values) {
    const [eta, step] = [values.eta!, values.step!];
    const run = await walk(ask, eta);
    const size = run.beta1.map(Math.abs);
    const falls = run.alpha.slice(1).map((after, i) => run.alpha[i]! - after);
    return {
      eta,
      step,
      steps: STEPS,
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
      growth: size[step + 1]! / size[step]!,
      alpha: run.alpha[step]!,
      fall: run.alpha[step]! - run.alpha[step + 1]!,
      steepest: falls.indexOf(Math.max(...falls)),
      lossPeak: Math.max(...run.loss.slice(run.crossing)),
      lossBefore: run.loss[run.crossing]!,
      walk: run,
      ground: await ground(ask, run, eta, step),
    };
  },
  text: [
    [
      {
        plain:
          'Now let the step size be too large for that. Seen from above, over *α* and *β₁*, the loss is a valley along β₁ = 0 whose walls grow steeper to the right. Where it is [too sharp](edge) for the step size it is tinted. The dots are the last steps, [even](even) ones in one colour and [odd](odd) ones in the other.',
      },
    ],
    [
      {
        claim: 'Take *η* = {eta}, so that the limit is {edge}, and look at step {step}.',
        holds: f => Math.abs(f.eta * f.edge - 2) < 1e-9,
      },
      {
        claim:
          'All is quiet: the sharpness {sharpness} is below the limit, and each step so far has brought β₁ nearer to zero. It is at {beta1}.',
        when: early,
        holds: f => stable(f) && f.shrinks,
      },
      {
        claim:
          'The sharpness {sharpness} is above the limit. Each step leaps across the valley and lands farther up the other wall, {growth} times as far as before.',
        when: f => !early(f) && f.growth > 1,
        holds: f => f.sharpness > f.edge && f.beta1 * f.beta1Next < 0,
      },
      {
        claim: 'The leaps across the valley get shorter again: the next is {growth} times as wide.',
        when: f => !early(f) && f.growth <= 1,
        holds: f => f.growth <= 1 && f.growth > 0,
      },
      {
        claim: 'And this step takes *α* down by {fall}.',
        when: f => !early(f) && f.fall > 1e-3,
        holds: f => f.fall > 0 && Math.abs(f.beta1) > 0.01,
      },
    ],
    [
      {
        plain:
          'Why does such a leap take *α* down? The slope of the loss along α is steeper the farther β₁ is from zero, on whichever side: high up on either wall, downhill also means to the left, to where the valley is less steep. So the swing that the sharpness has made undoes the sharpness.',
      },
    ],
    [
      {
        claim: 'Then it begins anew: in {steps} steps the sharpness goes above the limit {times} times.',
        when: f => f.times > 1,
        holds: f => f.times > 1 && f.crossing > 0,
      },
      {
        claim:
          'One guard is the paper’s: no step takes *η* times α squared below {floor}, and so the sharpness never below {low}. Without it a throw would take the sharpness down to {freeLow}, and in as many steps it would come above the limit less often: {freeTimes} times.',
        when: f => f.freeTimes < f.times,
        holds: f => f.freeTimes < f.times && f.freeLow < f.low && Math.abs(f.floor / 1.81 - 1) < 1e-9,
      },
      {
        claim:
          'On the way the [loss](loss) spikes: it was {lossBefore} as the sharpness first crossed, and goes up to {lossPeak}.',
        when: f => f.lossPeak > 1.01 * f.lossBefore,
        holds: f => f.lossPeak > f.lossBefore,
      },
    ],
  ],
  questions: [
    {
      ask: { plain: 'Find the step that takes α down most. How far up the wall does it begin?' },
      found: f => f.step === f.steepest,
      answer: {
        claim: 'Here: at step {step} β₁ is {beta1}, far from zero, and this one step takes α down by {fall}.',
        holds: f => f.fall > 0 && Math.abs(f.beta1) > 0.2 * Math.max(...f.walk.beta1.map(Math.abs)),
      },
    },
  ],
  result: [
    {
      claim: 'Step {step}: sharpness {sharpness}, below the limit {edge}; β₁ = {beta1}.',
      when: stable,
      holds: f => f.sharpness <= f.edge,
    },
    {
      claim: 'Step {step}: sharpness {sharpness}, above the limit {edge}; β₁ = {beta1}.',
      when: f => !stable(f),
      holds: f => f.sharpness > f.edge,
    },
  ],
  draw(f) {
    return { panels: [above(f), time(f), losses(f)] };
  },
};

function above({ walk, ground, step, edge }: Bounce): Panel {
  const [x, y] = stretches(walk);
  const heights = ground.loss.toSorted((a, b) => a - b);
  const levels = [0.08, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9].map(
    part => heights[Math.floor(part * heights.length)]!,
  );
  const from = Math.max(0, step - TRAIL);
  const trail = Array.from({ length: step - from + 1 }, (_, i) => from + i);
  const dots = (odd: number): Mark => {
    const steps = trail.filter(t => t % 2 === odd);
    return {
      kind: 'dots',
      x: steps.map(t => walk.alpha[t]!),
      y: steps.map(t => walk.beta1[t]!),
      colour: odd ? 'odd' : 'run',
      radius: 4.5,
      fade: 0.15,
      name: odd ? 'odd' : 'even',
    };
  };
  return {
    name: 'The loss over alpha and beta one, with the last steps',
    share: 1.8,
    x: { title: 'α', range: x },
    y: { title: 'β₁', range: y },
    marks: [
      {
        kind: 'contours',
        x: ground.x,
        y: ground.y!,
        values: ground.loss,
        levels,
        above: { values: ground.sharpness, level: edge },
        name: 'edge',
      },
      {
        kind: 'label',
        x: x[1],
        y: y[0],
        text: 'sharper than 2/η',
        colour: 'edge',
        align: 'right',
        above: 6,
        name: 'edge',
      },
      {
        kind: 'line',
        x: trail.map(t => walk.alpha[t]!),
        y: trail.map(t => walk.beta1[t]!),
        colour: 'muted',
        width: 0.8,
      },
      dots(0),
      dots(1),
      {
        kind: 'dots',
        x: [walk.alpha[step]!],
        y: [walk.beta1[step]!],
        colour: step % 2 ? 'odd' : 'run',
        radius: 7,
      },
      {
        kind: 'label',
        x: walk.alpha[step]!,
        y: walk.beta1[step]!,
        text: `t = ${step}`,
        colour: 'text',
        above: 12,
      },
    ],
  };
}

function time({ walk, step, edge }: Bounce): Panel {
  const steps = walk.sharpness.map((_, i) => i);
  const axes = {
    x: { title: '', range: [0, STEPS] as Range },
    y: { title: 'sharpness S', range: around(walk.sharpness, 0.1) },
  };
  const [, high] = axes.y.range;
  return {
    ...axes,
    name: 'Sharpness over the steps, with the limit, and the step looked at',
    marks: [
      { kind: 'band', y: [edge, high], colour: 'unstable', name: 'edge' },
      { kind: 'line', x: steps, y: walk.sharpness, colour: 'run', width: 1.5, name: 'run' },
      across(axes, edge, { colour: 'edge', width: 1.5, dash: [8, 5], name: 'edge' }),
      {
        kind: 'label',
        x: STEPS,
        y: high,
        text: 'above the limit 2/η',
        colour: 'edge',
        align: 'right',
        above: -8,
        name: 'edge',
      },
      { kind: 'line', x: [step, step], y: axes.y.range, colour: 'text', width: 1 },
    ],
  };
}

function losses({ walk, step }: Bounce): Panel {
  const high = 1.1 * Math.max(...walk.loss);
  return {
    name: 'Loss over the steps',
    extra: true,
    share: 0.8,
    x: { title: 'step t', range: [0, STEPS] },
    y: { title: 'loss L', range: [0, high] },
    marks: [
      { kind: 'line', x: walk.loss.map((_, i) => i), y: walk.loss, colour: 'loss', width: 1.5, name: 'loss' },
      { kind: 'line', x: [step, step], y: [0, high], colour: 'text', width: 1 },
    ],
  };
}
