import { across, type Axis, type Label, type Line, type Range } from './scene';

/** The limit two over eta, across a panel. */
export function limitLine(axes: { x: Axis }, at: number, width = 1.5): Line {
  return across(axes, at, { colour: 'edge', width, dash: [8, 5], name: 'edge' });
}

/** What it is called, below its right end. */
export function limitLabel(x: number, y: number): Label {
  const text = 'the edge: 2/η';
  return { kind: 'label', x, y, text, colour: 'edge', align: 'right', above: -8, name: 'edge' };
}

/** What the tinted part of a plane is, in its lower right corner. */
export function sharperLabel([, x]: Range, [y]: Range): Label {
  return { kind: 'label', x, y, text: 'sharper than 2/η', colour: 'edge', align: 'right', name: 'edge' };
}
