import type { Chapter } from '../chapter';
import type { Knob } from '../knob';
import { across, around, type Mark, type Panel, type Range } from '../picture/scene';
import { recordedRun } from '../recorded/run';
import type { Series } from '../../types';

/** The step of a recorded run that is so many percent of the way. */
const stepAt = (part: number) => Math.round((part / 100) * recordedRun().last);

/** Where in the run: in parts of it, as runs are of many lengths. */
const PART: Knob = {
  name: 'part',
  symbol: 't',
  words: 'step of the recorded run',
  low: 0,
  high: 100,
  step: 0.5,
  start: 62,
  writes: part => String(stepAt(part)),
};

/** At the edge: within so much of it, on average. */
const NEAR = 0.2;

interface Readings {
  step: number[];
  value: number[];
}

interface Network {
  part: number;
  step: number;
  steps: number;
  eta: number;
  edge: number;
  crossing: number;
  first: number;
  /** The lowest before the crossing. */
  lowest: number;
  mean: number;
  sharpness: number;
  loss: number;
  lossFirst: number;
  lossLast: number;
  /** At how many steps the loss goes up, before the crossing and from it on. */
  upsBefore: number;
  upsAfter: number;
  /** At how many readings the next step does the opposite, before the crossing and from it on. */
  readingsBefore: number;
  turnedBefore: number;
  readingsAfter: number;
  turnedAfter: number;
  rise: number;
  riseNext: number;
  images: number;
  width: number;
  depth: number;
  name: string;
  picture: string;
  of: { loss: Readings; sharpness: Readings; rise: Readings; next: Readings };
}

function readings(series: Series): Readings {
  const kept = series.step.flatMap((step, i) =>
    series.value[i] === null ? [] : [{ step, value: series.value[i]! }],
  );
  return { step: kept.map(k => k.step), value: kept.map(k => k.value) };
}

/** The last reading up to a step. */
function upTo({ step, value }: Readings, at: number): number {
  const after = step.findIndex(s => s > at);
  return value[after < 0 ? value.length - 1 : Math.max(0, after - 1)]!;
}

/** How many of some readings there are in a stretch of steps, and how many of them are so. */
function count(
  { step, value }: Readings,
  from: number,
  to: number,
  is = (v: number) => v > 0,
): [number, number] {
  const within = value.filter((_, i) => step[i]! >= from && step[i]! < to);
  return [within.length, within.filter(is).length];
}

/** A network, recorded: the same things to see as in the model. */
export const NETWORK: Chapter<Network> = {
  id: 'network',
  title: 'And in a network?',
  knobs: [PART],
  digits: {
    mean: 3,
    sharpness: 3,
    loss: 3,
    lossFirst: 3,
    lossLast: 3,
    rise: 2,
    riseNext: 2,
    first: 3,
    lowest: 3,
  },
  compute(_, values) {
    const run = recordedRun();
    const { threshold, firstCrossing, experiment, name } = run.detail;
    const [loss, sharpness] = [readings(run.columns.loss!), readings(run.columns.sharpness!)];
    const [rise, next] = [readings(run.columns.opposingRise!), readings(run.columns.opposingRiseNext!)];
    const turned = readings(run.columns.opposingAntiphase!);
    const change = { step: loss.step.slice(1), value: loss.value.slice(1).map((v, i) => v - loss.value[i]!) };
    const crossing = firstCrossing ?? -1;
    const border = crossing < 0 ? run.last + 1 : crossing;
    const step = stepAt(values.part!);
    const beyond = sharpness.value.filter((_s, i) => sharpness.step[i]! >= border);
    const [readingsBefore, turnedBefore] = count(turned, 0, border);
    const [readingsAfter, turnedAfter] = count(turned, border, Infinity);
    const setting = (key: string) => Number(experiment[key] ?? NaN);
    return Promise.resolve({
      part: values.part!,
      step,
      steps: run.last,
      eta: setting('eta'),
      edge: threshold!,
      crossing,
      first: sharpness.value[0]!,
      lowest: Math.min(...sharpness.value.filter((_s, i) => sharpness.step[i]! < border)),
      mean: beyond.reduce((sum, s) => sum + s, 0) / beyond.length,
      sharpness: upTo(sharpness, step),
      loss: upTo(loss, step),
      lossFirst: loss.value[0]!,
      lossLast: loss.value.at(-1)!,
      upsBefore: count(change, 0, border)[1],
      upsAfter: count(change, border, Infinity)[1],
      readingsBefore,
      turnedBefore,
      readingsAfter,
      turnedAfter,
      rise: upTo(rise, step),
      riseNext: upTo(next, step),
      images: setting('images'),
      width: setting('width'),
      depth: setting('depth'),
      name,
      picture: run.opposing ?? '',
      of: { loss, sharpness, rise, next },
    });
  },
  text: [
    [
      {
        claim:
          'Not computed here, but recorded: {name}, a network of {depth} layers, {width} units wide, that learns {images} small images, in {steps} steps with *η* = {eta}.',
        holds: f => f.of.loss.step.at(-1) === f.steps && f.depth > 1 && f.width > 1 && f.images > 1,
      },
    ],
    [
      {
        claim:
          'Its [sharpness](sharpness) is {first} at first, and {lowest} at its lowest. Then it grows all by itself and crosses *2/η* = {edge} at step {crossing}. From then on it is {mean} on average.',
        holds: f =>
          f.lowest < f.first &&
          f.first < f.edge &&
          f.crossing > 0 &&
          Math.abs(f.mean / f.edge - 1) < NEAR &&
          Math.abs(f.edge * f.eta - 2) < 1e-9,
      },
      {
        claim:
          'The [loss](loss) falls from {lossFirst} to {lossLast}, but only before the crossing at every step: until then it goes up at {upsBefore} steps, and afterwards at {upsAfter}.',
        holds: f => f.lossLast < f.lossFirst && f.upsBefore === 0 && f.upsAfter > 0,
      },
      {
        claim: 'At step {part} the sharpness is {sharpness} and the loss {loss}.',
        holds: f => f.sharpness > 0 && f.loss > 0 && Math.abs(f.step - (f.part / 100) * f.steps) <= 0.5,
      },
    ],
    [
      {
        claim:
          'The swing, too. Take the ten images whose loss [a step raises most](rise), and the ten whose loss it lowers most. Before the crossing [the next step](next) never turns both round: at {turnedBefore} of {readingsBefore} readings. From it on it does at {turnedAfter} of {readingsAfter}: what one step does to them, the next undoes.',
        holds: f => f.turnedBefore === 0 && f.readingsBefore > 10 && f.turnedAfter > f.readingsAfter / 2,
      },
      {
        plain:
          'The model’s data come in two halves that have the loud feature with opposite signs: a step that raises the loss of the one lowers that of the other, and the next step undoes it. Images that pull apart are what the loud feature is in a network: nothing that the answer needs, and the way in which the valley is steep.',
      },
    ],
  ],
  questions: [],
  result: [
    {
      claim: 'Step {step}: sharpness {sharpness}, below the limit {edge}; loss {loss}.',
      when: f => f.sharpness <= f.edge,
      holds: f => f.sharpness <= f.edge,
    },
    {
      claim: 'Step {step}: sharpness {sharpness}, above the limit {edge}; loss {loss}.',
      when: f => f.sharpness > f.edge,
      holds: f => f.sharpness > f.edge,
    },
  ],
  draw(f) {
    return { panels: [sharp(f), swing(f), losses(f)], image: f.picture };
  },
};

const here = (f: Network, y: Range): Mark => ({
  kind: 'line',
  x: [f.step, f.step],
  y,
  colour: 'text',
  width: 1,
});

function sharp(f: Network): Panel {
  const axes = {
    x: { title: '', range: [0, f.steps] as Range },
    y: { title: 'sharpness S', range: around([0, ...f.of.sharpness.value], 0.04) },
  };
  const { step, value } = f.of.sharpness;
  return {
    ...axes,
    share: 1.3,
    name: 'Sharpness of the network over the steps, with the limit',
    marks: [
      { kind: 'band', y: [f.edge, axes.y.range[1]], colour: 'unstable', name: 'edge' },
      across(axes, f.edge, { colour: 'edge', width: 1.5, dash: [8, 5], name: 'edge' }),
      { kind: 'label', x: 0, y: f.edge, text: ' the limit 2/η', colour: 'edge', name: 'edge' },
      { kind: 'line', x: step, y: value, colour: 'run', width: 1.8, name: 'sharpness' },
      { kind: 'dots', x: [f.step], y: [f.sharpness], colour: 'run', radius: 5 },
      here(f, axes.y.range),
    ],
  };
}

function swing(f: Network): Panel {
  const { rise, next } = f.of;
  const y = around([...rise.value, ...next.value], 0.08);
  return {
    name: 'Change of the loss of the ten images that a step raises most, in this step and in the next',
    x: { title: '', range: [0, f.steps] },
    y: { title: 'change of the loss of ten images', range: y },
    marks: [
      { kind: 'line', x: [0, f.steps], y: [0, 0], colour: 'muted', width: 1 },
      { kind: 'dots', x: rise.step, y: rise.value, colour: 'run', radius: 2, name: 'rise' },
      { kind: 'dots', x: next.step, y: next.value, colour: 'odd', radius: 2, name: 'next' },
      { kind: 'label', x: 0, y: y[1], text: ' this step', colour: 'run', above: -8, name: 'rise' },
      { kind: 'label', x: 0, y: y[0], text: ' the next step', colour: 'odd', name: 'next' },
      here(f, y),
    ],
  };
}

function losses(f: Network): Panel {
  const { step, value } = f.of.loss;
  const y: Range = [0, 1.05 * Math.max(...value)];
  return {
    name: 'Loss of the network over the steps',
    extra: true,
    x: { title: 'step', range: [0, f.steps] },
    y: { title: 'loss L', range: y },
    marks: [{ kind: 'line', x: step, y: value, colour: 'loss', width: 1.5, name: 'loss' }, here(f, y)],
  };
}
