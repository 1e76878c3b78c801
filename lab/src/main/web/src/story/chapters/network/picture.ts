import { limitLine } from '../../picture/edge';
import { around, type Mark, type Panel, type Range, type Scene } from '../../picture/scene';
import type { Network } from './run';

/** The sharpness, the swing of ten images and the loss over the run. */
export function picture(f: Network): Scene {
  return { panels: [sharp(f), swing(f), losses(f)] };
}

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
      limitLine(axes, f.edge),
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
