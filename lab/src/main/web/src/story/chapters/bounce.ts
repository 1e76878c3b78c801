import type { Chapter } from '../chapter';
import type { Knob } from '../knob';
import { CANONICAL, descent, ETA as ANY, stepsOf } from '../minimalist';
import { picture } from './bounce/picture';
import { type Bounce, bounce, STEPS } from './bounce/run';

const ETA: Knob = { ...ANY, low: 2.4 };
const STEP: Knob = { name: 'step', symbol: 't', words: 'step', low: 0, high: STEPS - 1, step: 1, start: 259 };

const stable = (f: Bounce) => f.sharpness <= f.edge;
const early = (f: Bounce) => f.crossing < 0 || f.step < f.crossing;

/** What happens at the edge: the bounce across the valley, and what it does to α. */
export const BOUNCE: Chapter<Bounce> = {
  id: 'bounce',
  title: 'At the edge: thrown back by its own swing',
  short: 'The bounce',
  knobs: [STEP, ETA],
  tried: [
    { eta: 3.2, step: 258 },
    { eta: 2.8, step: 469 },
    { eta: 4, step: 196 },
  ],
  digits: { beta1: 2, growth: 3, fall: 2, lossPeak: 2, lossBefore: 2 },
  compute: bounce,
  text: [
    [
      {
        plain:
          'Now take a step size with which the edge is within reach. Seen from above, over *α* and *β₁*, the loss is a valley along β₁ = 0 whose walls grow steeper to the right. Where it is [too sharp](edge) for the step size it is tinted. The dots are the last steps, [even](even) ones in one colour and [odd](odd) ones in the other.',
      },
    ],
    [
      {
        claim:
          'Take *η* = {eta}, so that the limit is {edge}. These are the first {steps} of the {whole} steps that the first screen shows of such a run. Look at step {step}.',
        holds: f =>
          Math.abs(f.eta * f.edge - 2) < 1e-9 &&
          f.walk.alpha.length === f.steps + 1 &&
          f.steps < f.whole &&
          f.whole === stepsOf(f.eta),
      },
      {
        claim:
          'All is quiet: the sharpness, {sharpness}, is below the limit, and each step so far has brought β₁ nearer to zero. It is {beta1} now.',
        when: early,
        holds: f => stable(f) && f.shrinks,
      },
      {
        claim:
          'The sharpness, {sharpness}, is above the limit. The step leaps across the valley and lands farther up the other wall, {growth} times as far from the middle as before.',
        when: f => !early(f) && f.growth > 1,
        holds: f => f.sharpness > f.edge && f.beta1 * f.beta1Next < 0,
      },
      {
        claim:
          'The leaps across the valley get shorter again: along β₁ the curvature is {along}, below the limit, and the next leap is {growth} times as wide.',
        when: f => !early(f) && f.growth <= 1,
        holds: f => f.growth <= 1 && f.growth > 0 && f.along <= f.edge,
      },
      {
        claim: 'And this step takes *α* down by {fall}.',
        when: f => !early(f) && f.fall > 1e-3,
        beside: true,
        holds: f => f.fall > 0 && Math.abs(f.beta1) > 0.01,
      },
    ],
    [
      {
        plain: 'Why does such a leap take *α* down? In a step the weights change by',
      },
    ],
    [
      {
        plain:
          'Past the limit *β₁* is multiplied by less than minus one: it swings, ever wider. And in the step of α stands its square: high up on either wall, downhill also means to the left, to where the valley is less sharp. So the swing that the sharpness has made undoes the sharpness. This is self-stabilisation ([@damian]).',
      },
    ],
    [
      {
        claim:
          'Then it begins anew: in these {steps} steps the sharpness goes above the limit {times} times.',
        when: f => f.times > 1,
        beside: true,
        holds: f => f.times > 1 && f.crossing > 0,
      },
      {
        claim:
          'One guard comes with the model ([@liu]): no step takes *η* times α squared below {floor}. So the sharpness comes down to {low} and no further; without the guard it would come down to {freeLow}, and be above the limit less often, {freeTimes} times.',
        when: f => f.freeTimes < f.times,
        beside: true,
        holds: f => f.freeTimes < f.times && f.freeLow < f.low && Math.abs(f.floor / 1.81 - 1) < 1e-9,
      },
      {
        claim:
          'On the way the [loss](loss) spikes: it was {lossBefore} as the sharpness first crossed, and goes up to {lossPeak}.',
        when: f => f.lossPeak > 1.01 * f.lossBefore,
        beside: true,
        holds: f => f.lossPeak > f.lossBefore,
      },
    ],
  ],
  formulas: [
    {
      after: 2,
      text: 'Δβ₁ = −ηλ₁α²β₁',
      holds: f => Math.abs(f.beta1Next / ((1 - f.eta * f.along) * f.beta1) - 1) < 1e-9,
    },
    {
      after: 2,
      text: 'Δα = −ηλ₁αβ₁² + ηλ₂β₂(1 − αβ₂)',
      // Unless the guard keeps it from going so far.
      holds: ({ eta, alpha, beta1, fall, step, floor, walk }) => {
        const [lambda2, beta2] = [Number(CANONICAL.lambda2), walk.beta2[step]!];
        const down = eta * (alpha * beta1 ** 2 - lambda2 * beta2 * (1 - alpha * beta2));
        return Math.abs(fall - down) < 1e-12 || Math.abs((eta * (alpha - fall) ** 2) / floor - 1) < 1e-9;
      },
    },
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
  caption: [
    {
      plain:
        'Above, lines of equal loss, tinted where it is [sharper](edge) than the limit, and the last steps, [even](even) and [odd](odd). Below, every step.',
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
  played: ({ eta, step }) => ({ experiment: descent(eta!, STEPS), step }),
  draw: picture,
};
