import { type Ask, column, type Experiment, overlays, play } from './ask';
import type { Knob } from './knob';
import { remembered } from './remembered';

/** The paper's model at the start that all chapters use: that of the preset `canonical`. */
export const CANONICAL: Experiment = {
  model: 'minimalist',
  lambda1: 1,
  lambda2: 0.001,
  start: { alpha: 0.7, beta1: 0.005, beta2: 0.2 },
};

const CLIP = 'floor 1.81';

/** The time, η times the number of steps, of a run that is shown whole: by then it is at a right answer, whatever the step size. */
export const TIME = 8000;

/** The steps of such a run. */
export const stepsOf = (eta: number) => Math.round(TIME / eta);

/** The step size, over learning rates below, within and at the end of this start's window. */
export const ETA: Knob = {
  name: 'eta',
  symbol: 'η',
  words: 'step size',
  low: 1.2,
  high: 4,
  step: 0.01,
  start: 3.2,
};

/** λ₂, half of and twice the preset's. */
export const LAMBDA2: Knob = {
  name: 'lambda2',
  symbol: 'λ₂',
  words: 'loudness of the quiet feature',
  low: 0.0005,
  high: 0.002,
  step: 0.00002,
  start: 0.001,
};

/** Gradient descent on it. */
export function descent(eta: number, steps: number, changes: Experiment = {}): Experiment {
  return { ...CANONICAL, clip: CLIP, ...changes, eta, steps };
}

/** The constrained trajectory from the same start: projected gradient descent that must not go past the limit. */
export function constrained(eta: number, steps: number): Experiment {
  return { ...CANONICAL, optimizer: 'constrained', eta, steps };
}

/** A curve over time. */
export interface Curve {
  time: number[];
  sharpness: number[];
  loss: number[];
  alpha: number[];
  beta2: number[];
}

/** Points of gradient flow. */
const POINTS = 300;

/** The sharpness of gradient flow from the same start, over a time. */
export function flow(ask: Ask, time: number, changes: Experiment = {}): Promise<Curve> {
  return remembered(`flow ${time} ${JSON.stringify(changes)}`, async () => {
    const eta = time / POINTS;
    const experiment = { ...CANONICAL, ...changes, optimizer: 'gradient-flow', eta, steps: POINTS };
    const run = await play(ask, experiment, ['sharpness', 'loss']);
    return {
      time: run.columns.sharpness!.step.map(step => step * eta),
      sharpness: column(run, 'sharpness'),
      loss: column(run, 'loss'),
      alpha: column(run, 'alpha'),
      beta2: column(run, 'beta2'),
    };
  });
}

/** The smallest step size that brings this start to the edge: the lower end of its window. */
export function border(ask: Ask): Promise<number> {
  return remembered('border', async () => (await overlays(ask, descent(ETA.start, 1))).window!.low);
}
