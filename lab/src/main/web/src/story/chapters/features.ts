import { column, play } from '../ask';
import type { Chapter } from '../chapter';
import { CANONICAL, descent, LAMBDA2 } from '../minimalist';
import { limitLabel, limitLine } from '../picture/edge';
import { around, type Range } from '../picture/scene';
import { remembered } from '../remembered';
import { rising } from '../rising';

/** So short that no start here comes to the edge. */
const ETA = 1;
const STEPS = 6000;

interface Features {
  lambda2: number;
  eta: number;
  ratio: number;
  steps: number;
  edge: number;
  productStart: number;
  productEnd: number;
  alphaStart: number;
  alphaEnd: number;
  sharpnessStart: number;
  sharpnessEnd: number;
  lossStart: number;
  lossEnd: number;
  falls: boolean;
  sharpens: boolean;
  /** The step at which the sharpness has come half of its way. */
  halfway: number;
  /** Where the sharpness ends with half of the loudest λ₂, and its half way. */
  otherEnd: number;
  otherHalfway: number;
  /** The largest distance of S/(λ₁α²) from 1. */
  apart: number;
  step: number[];
  alpha: number[];
  beta2: number[];
  product: number[];
  sharpness: number[];
}

/** The step at which values have come half of the way from the first to the last. */
function halfway(values: number[]): number {
  const middle = (values[0]! + values.at(-1)!) / 2;
  return values.findIndex(value => value >= middle);
}

/** The paper's model below the edge: why training grows sharper by itself. */
export const FEATURES: Chapter<Features> = {
  id: 'features',
  title: 'Why training grows sharper',
  short: 'Sharpening',
  knobs: [LAMBDA2],
  digits: { productEnd: 3 },
  async compute(ask, values) {
    const lambda2 = values.lambda2!;
    const columns = ['alpha', 'beta2', 'sharpness', 'curvatureBeta1', 'loss'];
    const run = await play(ask, descent(ETA, STEPS, { lambda2 }), columns);
    const other = await remembered('features', async () =>
      column(await play(ask, descent(ETA, STEPS, { lambda2: LAMBDA2.high / 2 }), ['sharpness']), 'sharpness'),
    );
    const [alpha, beta2, sharpness, curvature, loss] = columns.map(name => column(run, name)) as [
      number[],
      number[],
      number[],
      number[],
      number[],
    ];
    const product = alpha.map((a, i) => a * beta2[i]!);
    return {
      lambda2,
      eta: ETA,
      ratio: Number(CANONICAL.lambda1) / lambda2,
      steps: run.lastStep,
      edge: run.threshold!,
      productStart: product[0]!,
      productEnd: product.at(-1)!,
      alphaStart: alpha[0]!,
      alphaEnd: alpha.at(-1)!,
      sharpnessStart: sharpness[0]!,
      sharpnessEnd: sharpness.at(-1)!,
      lossStart: loss[0]!,
      lossEnd: loss.at(-1)!,
      falls: loss.every((value, i) => i === 0 || value <= loss[i - 1]!),
      sharpens: rising(sharpness.slice(1)),
      halfway: halfway(sharpness),
      otherEnd: other.at(-1)!,
      otherHalfway: halfway(other),
      apart: Math.max(...sharpness.map((s, i) => Math.abs(s / curvature[i]! - 1))),
      step: run.columns.alpha!.step,
      alpha,
      beta2,
      product,
      sharpness,
    };
  },
  text: [
    [
      {
        plain:
          'Why would training seek out sharp places? Take the smallest model in which it does ([@liu]). It sees two features: a loud one that has nothing to do with the answer, and a quiet one that is the answer. It predicts *α* × (*β₁* × loud + *β₂* × quiet).',
      },
      {
        claim:
          'The quiet one has loudness *λ₂* = {lambda2}, and the loud one, *λ₁*, is {ratio} times as loud. On average the model is wrong by',
        holds: f => Math.abs(f.ratio * f.lambda2 - 1) < 1e-9,
      },
    ],
    [
      {
        claim:
          'To be right, [αβ₂](product) must become 1. In {steps} steps it goes from {productStart} to {productEnd}, and the loss falls at every one of them.',
        holds: f => f.falls && f.productEnd > f.productStart && f.productEnd <= 1 && f.lossEnd < f.lossStart,
      },
      {
        claim: 'Both factors do their part: [α](alpha) grows from {alphaStart} to {alphaEnd}.',
        holds: f => f.alphaEnd > f.alphaStart && rising(f.alpha.slice(1)) && rising(f.beta2),
      },
    ],
    [
      {
        claim:
          'But *α* multiplies the loud feature too: the larger it is, the more the loss curves along *β₁*. That curvature is nearly all of the sharpness, and so [the sharpness](sharpness) grows from {sharpnessStart} to {sharpnessEnd}:',
        holds: f => f.apart < 0.05 && f.sharpens && f.sharpnessEnd > f.sharpnessStart,
      },
    ],
    [
      {
        plain:
          'Nobody asked for it. It is a side effect of learning what is quiet: progressive sharpening, as it is seen in networks ([@cohen]).',
      },
      {
        claim: 'The step size is only {eta} here, so that [the edge](edge), at {edge}, is out of reach.',
        holds: f => Math.abs(f.eta * f.edge - 2) < 1e-9 && f.sharpens && f.sharpnessEnd < f.edge,
      },
    ],
  ],
  formulas: [
    {
      after: 0,
      text: 'L = 1//2 λ₁α²β₁² + 1//2 λ₂(αβ₂ − 1)²',
      holds: f => {
        const { beta1 } = CANONICAL.start as { beta1: number };
        const loud = (Number(CANONICAL.lambda1) * (f.alphaStart * beta1) ** 2) / 2;
        return Math.abs(f.lossStart / (loud + (f.lambda2 * (f.productStart - 1) ** 2) / 2) - 1) < 1e-9;
      },
    },
    {
      after: 2,
      text: 'S ≈ ∂²L//∂β₁² = λ₁α²',
      holds: f => f.apart < 0.05,
    },
  ],
  questions: [
    {
      ask: { plain: 'Make the quiet feature as loud as it gets. Does training end sharper?' },
      found: f => f.lambda2 === LAMBDA2.high,
      answer: {
        claim:
          'No: with λ₂ = {lambda2} it ends at {sharpnessEnd}, with half of that at {otherEnd}. It only comes there sooner: half of the way by step {halfway} rather than {otherHalfway}.',
        holds: f =>
          Math.abs(f.sharpnessEnd / f.otherEnd - 1) < 0.01 &&
          f.halfway < 0.6 * f.otherHalfway &&
          f.sharpnessEnd < f.edge,
      },
    },
  ],
  caption: [
    {
      plain:
        'Above, the weights [α](alpha) and [β₂](beta2) and [their product](product) at every step; below, [the sharpness](sharpness) and [the limit](edge).',
    },
  ],
  result: [
    {
      claim:
        'αβ₂ goes from {productStart} to {productEnd}, and the sharpness from {sharpnessStart} to {sharpnessEnd}.',
      holds: f => f.productEnd > f.productStart && f.sharpnessEnd > f.sharpnessStart,
    },
  ],
  played: ({ lambda2 }) => ({ experiment: descent(ETA, STEPS, { lambda2 }) }),
  draw(f) {
    const x = { title: 'step', range: [0, STEPS] as Range };
    type Tint = 'run' | 'quiet' | 'text';
    /** A word beside a curve, at a part of the steps. */
    const label = (
      name: string,
      values: number[],
      text: string,
      colour: Tint,
      part: number,
      above: number,
    ) => ({
      kind: 'label' as const,
      x: part * STEPS,
      y: values[Math.round(part * (values.length - 1))]!,
      text,
      colour,
      above,
      name,
    });
    const line = (name: string, values: number[], colour: Tint) => ({
      kind: 'line' as const,
      x: f.step,
      y: values,
      colour,
      name,
    });
    return {
      panels: [
        {
          name: 'The weights alpha and beta two and their product over the steps',
          x: { ...x, title: '' },
          y: { title: 'weights', range: [0, 1.5] },
          marks: [
            { kind: 'line', x: x.range, y: [1, 1], colour: 'muted', width: 1, dash: [3, 3] },
            line('alpha', f.alpha, 'run'),
            line('beta2', f.beta2, 'quiet'),
            line('product', f.product, 'text'),
            label('alpha', f.alpha, 'α', 'run', 0.02, 10),
            label('beta2', f.beta2, 'β₂', 'quiet', 0.05, 14),
            label('product', f.product, 'αβ₂', 'text', 0.12, -4),
          ],
        },
        {
          name: 'The sharpness over the steps',
          x,
          y: { title: 'sharpness S', range: around([0, f.edge, ...f.sharpness], 0.1) },
          marks: [
            limitLine({ x }, f.edge),
            limitLabel(STEPS, f.edge),
            line('sharpness', f.sharpness, 'run'),
            label('sharpness', f.sharpness, 'S', 'run', 0.6, -10),
          ],
        },
      ],
    };
  },
};
