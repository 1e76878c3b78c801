import type { Chapter } from '../chapter';
import type { Knob } from '../knob';
import { gallery } from './network/gallery';
import { picture } from './network/picture';
import { type Network, seen, stepAt } from './network/run';

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

/** A network, recorded: the same things to see as in the model. */
export const NETWORK: Chapter<Network> = {
  id: 'network',
  title: 'And in a network?',
  short: 'Networks',
  knobs: [PART],
  tried: [{ part: 60.5 }],
  digits: {
    mean: 3,
    sharpness: 4,
    loss: 3,
    lossFirst: 3,
    lossLast: 3,
    rise: 2,
    riseNext: 2,
    first: 3,
    lowest: 3,
  },
  compute: seen,
  text: [
    [
      {
        claim:
          'Not computed here, but recorded: a network of {depth} layers, {width} units wide, learns {images} small images in {steps} steps with *η* = {eta} (the preset {name}).',
        holds: f => f.of.loss.step.at(-1) === f.steps && f.depth > 1 && f.width > 1 && f.images > 1,
      },
    ],
    [
      {
        claim:
          'Its [sharpness](sharpness) is {first} at first and falls to {lowest}. Then it grows all by itself, and crosses *2/η* = {edge} at step {crossing}. From then on it is {mean} on average, as [@cohen] saw in many networks.',
        holds: f =>
          f.lowest < f.first &&
          f.first < f.edge &&
          f.crossing > 0 &&
          Math.abs(f.mean / f.edge - 1) < NEAR &&
          Math.abs(f.edge * f.eta - 2) < 1e-9,
      },
      {
        claim:
          'The [loss](loss) falls from {lossFirst} to {lossLast}: up to the crossing it never goes up, from then on it does at {upsAfter} steps, and falls all the same.',
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
          'The swing is there too. Take the ten images whose loss [a step raises most](rise), and the ten whose loss it lowers most: they stand below, and the mean change of the first ten is drawn. Before the crossing [the next step](next) turns both groups round at {turnedBefore} of {readingsBefore} readings. From it on it does at {turnedAfter} of {readingsAfter}: what one step does to them, the next undoes ([@rosenfeld]).',
        holds: f => f.turnedBefore === 0 && f.readingsBefore > 10 && f.turnedAfter > f.readingsAfter / 2,
      },
    ],
    [
      {
        plain:
          'The data of the small model come in two halves, which have the loud feature with opposite signs: a step that raises the loss of the one lowers that of the other, and the next step undoes it. Images that pull apart are to a network what the loud feature is to the small model.',
      },
    ],
  ],
  gallery: {
    after: 2,
    of: gallery,
    caption: [
      {
        claim:
          'What the step from {reading} on does to the loss of each, and what the next step does. Framed are the {group} whose loss rises in the first step: {turning} of them are among those whose loss falls most in the next. Faint are those that stand in neither row of the first step.',
        when: f => f.opposing !== null,
        holds: f =>
          f.reading <= f.step &&
          f.turning ===
            f.opposing!.groups.nextFallen.filter(one => f.opposing!.groups.risen.includes(one)).length,
      },
      {
        claim: 'The images are from {source} ([@krizhevsky]).',
        when: f => f.cifar && f.opposing !== null,
        holds: f => f.opposing!.examples.images !== undefined,
      },
    ],
  },
  questions: [
    {
      ask: { plain: 'Where is the first spike of the loss at its highest? Put t there.' },
      // A run that was taken along need not have one.
      when: f => f.crossing > 0 && f.upsBefore === 0 && f.upsAfter > 0,
      found: f => f.crossing > 0 && Math.abs(f.step - f.spike) <= f.steps / 200,
      answer: {
        claim:
          'Here, {later} steps after the sharpness crossed the limit. Up to step {turn} the loss had only fallen: past the limit the swing begins to grow, and takes its time until it shows.',
        holds: f =>
          f.turn > f.crossing &&
          f.of.loss.value.slice(0, f.turn + 1).every((v, i, all) => i === 0 || v <= all[i - 1]!) &&
          f.later === f.spike - f.crossing &&
          f.of.loss.value[f.spike]! > f.of.loss.value[f.turn]!,
      },
    },
  ],
  caption: [
    {
      plain:
        'The [sharpness](sharpness) and [the limit](edge). Below, a dot for each reading: how far [a step](rise) raises the loss of the ten images that it raises most, and what [the next](next) does to it.',
    },
  ],
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
  draw: picture,
};
