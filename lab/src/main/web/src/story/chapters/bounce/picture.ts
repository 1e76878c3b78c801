import { limitLine, sharperLabel } from '../../picture/edge';
import { around, type Mark, type Panel, type Range, type Scene } from '../../picture/scene';
import { type Bounce, STEPS, stretches } from './run';

/** So many steps are seen at a time. */
const TRAIL = 28;

/** The last steps over the landscape, the sharpness and the loss over all of them. */
export function picture(f: Bounce): Scene {
  return { panels: [above(f), time(f), losses(f)] };
}

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
      sharperLabel(x, y),
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
      limitLine(axes, edge),
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
    x: { title: 'step t', range: [0, STEPS] },
    y: { title: 'loss L', range: [0, high] },
    marks: [
      { kind: 'line', x: walk.loss.map((_, i) => i), y: walk.loss, colour: 'loss', width: 1.5, name: 'loss' },
      { kind: 'line', x: [step, step], y: [0, high], colour: 'text', width: 1 },
    ],
  };
}
