import type { Chapter } from '../chapter';
import { picture } from './well/picture';
import { ETA, experiment, settled, type Well, WIDE } from './well/run';

const regular = (f: Well) => !f.diverged && f.period > 0;

/** Beyond the edge of a valley that is no perfect bowl: the double well. */
export const WELL: Chapter<Well> = {
  id: 'well',
  title: 'Past the edge, and not lost',
  short: 'Two bottoms',
  knobs: [ETA],
  tried: [{ eta: 1 }, { eta: 1.25 }, { eta: 1.29 }, { eta: 1.705 }, { eta: 2.03 }],
  compute: settled,
  text: [
    [
      {
        plain:
          'In a round valley a ball past the edge is lost. But few losses are so round. Take a valley with two bottoms and a hump between, [the double well](well) ([@chen]):',
      },
    ],
    [
      {
        claim: 'At either bottom its sharpness *S* is {sharpness}, so the edge is at *η* = {border}.',
        holds: f => Math.abs(f.border * f.sharpness - 2) < 1e-9,
      },
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
        claim: 'This close to where the diagram forks it has not settled even after so many steps.',
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
          'How can it stay? At its outer place the sharpness is {steep}, and the step throws the ball across; at the inner one, towards the hump, it is only {flat}, and the ball comes back. The swing itself leads to where the loss is less sharp: hold on to that thought.',
        when: f => f.period === 2,
        holds: f => f.flat < f.sharpness && f.sharpness < f.steep,
      },
      {
        claim:
          'What keeps it is the same as with two places: at its outermost place the loss curves by {steep}, at its innermost one by {flat}.',
        when: f => !f.diverged && f.eta > f.border && f.period !== 2 && f.low > 0,
        holds: f => f.flat < f.sharpness && f.sharpness < f.steep,
      },
      {
        claim: 'By now its swing takes it over the hump, to the other bottom and back.',
        when: f => !f.diverged && f.low < 0,
        holds: f => f.settled.some(x => x < 0) && f.settled.some(x => x > 0),
      },
      {
        plain:
          'In the [cobweb](cobweb) a step goes up or down to the curve, which says where the ball lands, and from there across to the diagonal, where the next step begins.',
        wide: true,
      },
      {
        plain:
          'In the [diagram](diagram) each step size that you visit leaves a mark at the places where the ball ends up. Drag η from one end to the other, and draw all of it.',
      },
    ],
  ],
  formulas: [
    {
      after: 0,
      text: 'L(x) = 1//4 (x² − 1)²',
      holds: f => f.ground.x.every((x, i) => Math.abs(f.ground.loss[i]! - (x ** 2 - 1) ** 2 / 4) < 1e-9),
    },
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
  caption: [
    {
      plain:
        'The ball after [even](even) and [odd](odd) steps, once it has settled; and where it ends up with each step size visited.',
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
  played: ({ eta }) => ({ experiment: experiment(eta!) }),
  draw: picture,
};
