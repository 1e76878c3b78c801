import { whole } from '../../format';
import { family } from '../ask';
import type { Chapter } from '../chapter';
import type { Knob } from '../knob';
import { CANONICAL, descent, ETA as ANY, LAMBDA2 } from '../minimalist';
import { around, type Colour, type Mark, type Panel } from '../picture/scene';
import { remembered } from '../remembered';
import { rising } from '../rising';

/** The loss to come to, and the most steps that it may take. */
const TARGET = 1e-5;
const MOST = 12_000;

const AXIS = { name: 'eta', low: 0.4, high: 4, points: 181 };

const ETA: Knob = { ...ANY, low: AXIS.low, step: 0.02, start: 1 };
interface Race {
  eta: number[];
  steps: number[];
  /** η times the curvature along β₂, λ₂α², where the run ends. */
  pull: number[];
  crossed: boolean[];
}

interface Tradeoff {
  eta: number;
  lambda2: number;
  target: number;
  steps: number;
  time: number;
  slowest: number;
  fewest: number;
  best: number;
  /** The fewest and the most steps among the larger step sizes that meet the limit in time. */
  low: number;
  high: number;
  lowEta: number;
  pull: number;
  twice: number;
  pulls: number[];
  times: number[];
  bitten: boolean;
  race: Race;
}

/** A run down to the loss. */
const racer = (eta: number, lambda2: number) => descent(eta, MOST, { lambda2, until: `loss <= ${TARGET}` });

/** The step sizes from which on the limit has turned the run back before it was done: from there on ηλ₂α² stays near 2r. */
function bitten(race: Race): number {
  const worse = race.steps.findIndex((steps, i) => i > 0 && steps > race.steps[i - 1]!);
  return worse < 0 ? race.steps.length : worse;
}

/** Section 6.2 of the paper: a larger step is faster until the edge takes it back. */
export const TRADEOFF: Chapter<Tradeoff> = {
  id: 'tradeoff',
  title: 'Is a larger step faster?',
  short: 'Speed',
  // A family of runs is made for each.
  knobs: [ETA, { ...LAMBDA2, step: 0.0001 }],
  tried: [{ eta: 2.64, lambda2: 0.001 }],
  digits: { pull: 3, twice: 3 },
  async compute(ask, values) {
    const [eta, lambda2] = [values.eta!, values.lambda2!];
    const race = await remembered(`race ${lambda2}`, async (): Promise<Race> => {
      const runs = await family(ask, racer(ANY.start, lambda2), AXIS, ['alpha'], TARGET);
      return {
        eta: runs.values,
        steps: runs.stepsToLoss,
        pull: runs.values.map((value, i) => value * lambda2 * (runs.last.alpha![i] ?? NaN) ** 2),
        crossed: runs.firstCrossing.map(step => step >= 0),
      };
    });
    const at = Math.round(((eta - AXIS.low) / (AXIS.high - AXIS.low)) * (AXIS.points - 1));
    const from = bitten(race);
    const fewest = Math.min(...race.steps);
    const beyond = race.steps.slice(from);
    return {
      eta,
      lambda2,
      target: TARGET,
      steps: race.steps[at]!,
      time: race.eta[at]! * race.steps[at]!,
      slowest: race.steps[0]!,
      fewest,
      best: race.eta[race.steps.indexOf(fewest)]!,
      low: Math.min(...beyond),
      high: Math.max(...beyond),
      lowEta: race.eta[from] ?? NaN,
      pull: race.pull[at]!,
      twice: (2 * lambda2) / Number(CANONICAL.lambda1),
      pulls: race.pull.slice(from),
      times: race.eta.slice(0, from).map((value, i) => value * race.steps[i]!),
      bitten: at >= from,
      race,
    };
  },
  text: [
    [
      {
        plain:
          'A larger step goes farther. So is it faster? As [@liu] do, let runs with many step sizes race down to the same loss.',
      },
      {
        claim:
          'Down to a loss of {target}, with a quiet feature of loudness *λ₂* = {lambda2}, a step size *η* of {eta} takes {steps} steps.',
        holds: f => f.steps > 0,
      },
    ],
    [
      {
        claim:
          'While the edge does not interfere, it is as one would think: [the number of steps](steps) falls from {slowest} to {fewest}, and the product of step size and steps stays the same.',
        holds: f =>
          f.fewest < f.slowest && Math.max(...f.times) - Math.min(...f.times) < 0.01 * Math.max(...f.times),
      },
      {
        claim:
          'Then it turns. From *η* = {lowEta} on the edge has thrown the run back before it is done, and larger steps are no faster any more: they take between {low} and {high} steps, all more than the best.',
        holds: f => f.low > f.fewest && f.high < 2 * f.low,
      },
    ],
    [
      {
        claim:
          'Why no faster? What is left to learn is along *β₂*, and how much of it a step learns is [η times the curvature there](pull), λ₂α². But the edge holds λ₁α² near *2/η*: a larger step makes the valley of the answer flatter by just as much. So it is near {twice} whatever the step size; here it is {pull}.',
        when: f => f.bitten,
        holds: f => f.pulls.every(pull => Math.abs(pull / f.twice - 1) < 0.15),
      },
      {
        claim:
          'How much a step learns of what is left is [η times the curvature along β₂](pull), λ₂α²; here it is {pull}. Up to the turn it grows with η. Past it the edge holds λ₁α² near *2/η*: a larger step makes the valley of the answer flatter by just as much, and so it stays near {twice}.',
        when: f => !f.bitten,
        holds: f =>
          rising(f.race.pull.slice(0, f.race.eta.length - f.pulls.length)) &&
          f.pulls.every(pull => Math.abs(pull / f.twice - 1) < 0.15),
      },
    ],
    [
      {
        claim:
          'So the best of the step sizes tried, {best}, is the largest with which training is done before the edge turns it back. A larger one is no faster, and ends at another answer.',
        holds: f => f.fewest < f.low && f.best < f.lowEta,
      },
    ],
  ],
  formulas: [
    {
      after: 2,
      text: 'ηλ₂α² ≈ ηλ₂ · 2//ηλ₁ = 2λ₂//λ₁',
      holds: f => f.pulls.every(pull => Math.abs(pull / f.twice - 1) < 0.15),
    },
  ],
  questions: [
    {
      ask: { plain: 'Which step size wins the race? Put η there.' },
      found: f => Math.abs(f.eta - f.best) < 1e-9,
      answer: {
        claim:
          'Yes: η = {eta} needs {steps} steps, fewer than any other here. It is the longest step that is done before it is thrown back.',
        holds: f =>
          f.steps === f.fewest && f.race.steps.indexOf(f.fewest) === f.race.steps.lastIndexOf(f.fewest),
      },
    },
  ],
  caption: [
    {
      plain:
        'A run for each step size, with [how many steps](steps) it takes, and below [how much of the rest](pull) it learns in a step at its end.',
    },
  ],
  result: [
    {
      claim: 'η = {eta}: {steps} steps to a loss of {target}; the best takes {fewest}.',
      holds: f => f.steps >= f.fewest,
    },
  ],
  played: ({ eta, lambda2 }) => ({ experiment: racer(eta!, lambda2!) }),
  draw(f) {
    return { panels: [count(f), pull(f)] };
  },
};

const HERE = (f: Tradeoff, high: number) => ({
  kind: 'line' as const,
  x: [f.eta, f.eta],
  y: [0, high],
  colour: 'text' as const,
  width: 1,
});

/** What the runs have in common is a curve; from where they have been thrown back on each run is a dot. */
function along({ race, times }: Tradeoff, values: number[], colour: Colour, name: string): Mark[] {
  const from = times.length;
  return [
    { kind: 'line', x: race.eta.slice(0, from), y: values.slice(0, from), colour, width: 2, name },
    { kind: 'dots', x: race.eta.slice(from), y: values.slice(from), colour, radius: 2, name },
  ];
}

function count(f: Tradeoff): Panel {
  const high = 1.08 * f.slowest;
  return {
    name: 'Steps to the same loss over the step size',
    share: 1.4,
    x: { title: '', range: [AXIS.low, AXIS.high] },
    y: { title: 'steps until the loss is reached', range: [0, high] },
    marks: [
      ...along(f, f.race.steps, 'run', 'steps'),
      HERE(f, high),
      { kind: 'dots', x: [f.eta], y: [f.steps], colour: 'run', radius: 6 },
      { kind: 'label', x: f.eta, y: f.steps, text: ` ${whole(f.steps)} steps`, colour: 'text', above: 12 },
    ],
  };
}

function pull(f: Tradeoff): Panel {
  const high = around(f.race.pull, 0.15)[1];
  return {
    name: 'Step size times the curvature along beta two, at the end, over the step size',
    x: { title: 'η', range: [AXIS.low, AXIS.high] },
    y: { title: 'η λ₂ α² at the end', range: [0, high] },
    marks: [
      {
        kind: 'line',
        x: [AXIS.low, AXIS.high],
        y: [f.twice, f.twice],
        colour: 'muted',
        width: 1,
        dash: [3, 3],
      },
      { kind: 'label', x: AXIS.low, y: f.twice, text: ' 2 λ₂/λ₁', colour: 'muted' },
      ...along(f, f.race.pull, 'quiet', 'pull'),
      HERE(f, high),
    ],
  };
}
