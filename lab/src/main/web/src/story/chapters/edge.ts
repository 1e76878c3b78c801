import { column, play } from '../ask';
import type { Chapter } from '../chapter';
import { border, type Curve, descent, ETA, flow, stepsOf, TIME } from '../minimalist';
import { limitLabel, limitLine } from '../picture/edge';
import { around, type Mark, type Panel } from '../picture/scene';

/** At the edge: within so much of it. */
const NEAR = 0.05;

interface Edge {
  eta: number;
  edge: number;
  steps: number;
  crossing: number;
  /** How often the sharpness goes above the limit. */
  times: number;
  first: number;
  end: number;
  highest: number;
  flowEnd: number;
  /** The smallest step size that comes to the limit, by the theory. */
  border: number;
  /** Along β₁, the direction in which it is unstable: the binary logarithm of the size at the end, and a hundred steps before. */
  swing: number;
  swingBefore: number;
  completed: boolean;
  /** The highest place between the first crossing and the next, from which it is thrown back. */
  peak: number;
  time: number[];
  sharpness: number[];
  flow: Curve;
}

const meets = (f: Edge) => f.crossing >= 0;
const back = (f: Edge) => meets(f) && f.times > 1;

/** The first screen: one limit that the step size sets, and a curve that climbs to it and stays. */
export const EDGE: Chapter<Edge> = {
  id: 'edge',
  title: 'The edge of stability',
  short: 'Start',
  knobs: [ETA],
  tried: [{ eta: 2 }, { eta: 1.62 }, { eta: 1.69 }, { eta: 1.88 }, { eta: 1.89 }, { eta: 1.9 }],
  async compute(ask, { eta }) {
    const steps = stepsOf(eta!);
    const [run, beside, low] = await Promise.all([
      play(ask, descent(eta!, steps), ['sharpness', 'beta1Significand', 'beta1Exponent']),
      flow(ask, TIME),
      border(ask),
    ]);
    const sharpness = column(run, 'sharpness');
    // Smaller than a double can be, before it grows.
    const exponent = column(run, 'beta1Exponent');
    const [up, again] = run.crossUp;
    const between = up !== undefined && again !== undefined ? sharpness.slice(up, again) : [];
    const swing = column(run, 'beta1Significand').map((part, i) => Math.log2(Math.abs(part)) + exponent[i]!);
    return {
      eta: eta!,
      edge: run.threshold!,
      steps,
      crossing: run.firstCrossing,
      times: run.crossUp.length,
      first: sharpness[0]!,
      end: sharpness.at(-1)!,
      highest: Math.max(...sharpness),
      flowEnd: beside.sharpness.at(-1)!,
      border: low,
      swing: swing.at(-1)!,
      swingBefore: swing.at(-101)!,
      completed: run.outcome === 'completed',
      peak: between.length > 0 ? up! + between.indexOf(Math.max(...between)) : -1,
      time: run.columns.sharpness!.step.map(step => step * eta!),
      sharpness,
      flow: beside,
    };
  },
  lead: {
    plain:
      'Training often sharpens the loss until its own steps are too long for it. There it should blow up. Instead it stays at that edge, and goes on learning ([@cohen]).',
  },
  text: [
    [
      {
        plain:
          'Where the loss curves too much, a step downhill of size *η* leaps over the valley and lands higher than it began. So by the textbook the sharpness *S*, the largest curvature, must stay below [the limit](edge) *2/η*.',
      },
    ],
    [
      {
        claim: 'With *η* = {eta} the limit is {edge}.',
        holds: f => Math.abs(f.eta * f.edge - 2) < 1e-9,
      },
      {
        claim:
          'The sharpness [grows](run) all by itself, crosses it at step {crossing}, and training should blow up. Instead the sharpness is thrown back, again and again, and after {steps} steps it is {end}: at the edge.',
        when: f => back(f) && f.end < (1 + NEAR) * f.edge,
        holds: f =>
          f.completed && f.edge > f.first && f.highest > f.edge && Math.abs(f.end / f.edge - 1) < NEAR,
      },
      {
        claim:
          'The sharpness [grows](run) all by itself and crosses it at step {crossing}. The oscillation that will throw it back has only begun to grow when the picture ends.',
        when: f => meets(f) && !back(f) && f.end > f.edge,
        holds: f => f.highest > f.edge && f.swing > f.swingBefore && f.swing < Math.log2(0.01),
      },
      {
        claim:
          'The sharpness [grows](run) all by itself, crosses it at step {crossing}, and training should blow up. Instead the sharpness is thrown back below it: after {steps} steps it is {end}.',
        when: f => meets(f) && !back(f) && f.end <= f.edge,
        holds: f => f.completed && f.highest > f.edge && f.end < f.edge,
      },
      {
        claim:
          'The sharpness never gets there: it [grows](run), and after {steps} steps it is {end}, where [gradient flow](flow), descent with infinitely small steps, ends too.',
        when: f => !meets(f),
        holds: f => f.highest <= f.edge && f.end > f.first && Math.abs(f.end / f.flowEnd - 1) < 0.01,
      },
    ],
    [
      {
        claim:
          '[Gradient flow](flow), descent with infinitely small steps, would go on to {flowEnd}: the step size, not the loss alone, says where training ends.',
        when: f => back(f),
        holds: f => f.flowEnd > 1.1 * f.edge && f.end < 0.95 * f.flowEnd,
      },
      {
        claim: '[Gradient flow](flow), descent with infinitely small steps, would go on to {flowEnd}.',
        when: f => meets(f) && !back(f),
        holds: f => f.flowEnd > f.edge,
      },
      {
        plain: 'Drag η, here or under the picture; point at an underlined word to find it there.',
      },
    ],
  ],
  questions: [
    {
      ask: { plain: 'Find the smallest step size with which training comes to the limit.' },
      found: f => meets(f) && f.eta < f.border + 0.03,
      answer: {
        claim:
          'Yes: with η = {eta} it crosses, at step {crossing}. Theory puts the border at {border}, two over the sharpness at which gradient flow ends.',
        holds: f => f.eta > f.border && Math.abs(f.border * f.flowEnd - 2) < 1e-3,
      },
    },
  ],
  caption: [
    {
      plain:
        'The [sharpness](run) of the loss during training, that of [gradient flow](flow) from the same start, and tinted what is [above the limit](edge).',
    },
  ],
  result: [
    {
      claim:
        'η = {eta}: crosses the limit at step {crossing} of {steps}, goes above it {times} times, is at {end} then.',
      when: back,
      holds: f => f.crossing < f.steps && f.times > 1,
    },
    {
      claim: 'η = {eta}: crosses the limit at step {crossing} of {steps}, is at {end} then.',
      when: f => meets(f) && !back(f),
      holds: f => f.crossing < f.steps && f.times === 1,
    },
    {
      claim: 'η = {eta}: stays below the limit for {steps} steps, is at {end} then.',
      when: f => !meets(f),
      holds: f => f.highest <= f.edge,
    },
  ],
  played: ({ eta }) => ({ experiment: descent(eta!, stepsOf(eta!)) }),
  draw(f) {
    const axes = {
      x: { title: 'training time (η × steps)', range: [0, TIME] as [number, number] },
      y: { title: 'sharpness S of the loss', range: around([0, 1.7], 0) },
    };
    const panel: Panel = {
      ...axes,
      name: 'Sharpness over training time, the limit two over eta, and gradient flow',
      marks: [
        { kind: 'band', y: [f.edge, 1.7], colour: 'unstable', name: 'edge' },
        { kind: 'line', x: f.flow.time, y: f.flow.sharpness, colour: 'flow', dash: [2, 4], name: 'flow' },
        limitLine(axes, f.edge, 2),
        { kind: 'line', x: f.time, y: f.sharpness, colour: 'run', width: 2, name: 'run' },
        ...events(f),
        limitLabel(TIME, f.edge),
        {
          kind: 'label',
          x: TIME,
          y: f.flowEnd,
          text: 'gradient flow',
          colour: 'flow',
          align: 'right',
          name: 'flow',
        },
      ],
    };
    return { panels: [panel] };
  },
};

/** Where it crosses the limit, and where it is first thrown back. */
function events({ crossing, peak, time, sharpness }: Edge): Mark[] {
  const said = [
    { at: crossing, text: `crosses at step ${crossing}`, above: -22 },
    { at: peak, text: 'thrown back', above: -2 },
  ];
  return said
    .filter(({ at }) => at >= 0)
    .flatMap(({ at, text, above }): Mark[] => {
      const [x, y] = [time[at]!, sharpness[at]!];
      return [
        { kind: 'dots', x: [x], y: [y], colour: 'run', radius: 4, name: 'run' },
        { kind: 'label', x, y, text: ` ${text}`, colour: 'text', above, name: 'run' },
      ];
    });
}
