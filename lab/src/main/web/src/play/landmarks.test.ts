import { expect, it } from 'vitest';
import type { Landmark } from '../types';
import { edgeAlong, inPlane, inSpace } from './landmarks';

const COLOURS = { text: 'black', muted: 'grey', grid: '', paper: '', accent: '', series: [], phases: [] };
const EDGE: Landmark = { name: 'edge', kind: 'edge', at: { x: [2] } };
const CURVE: Landmark = {
  name: 'xz = 1',
  kind: 'minima',
  at: { x: [0.25, 0.5, 1, 2, 4], y: [0, 0, 0, 0, 0], z: [4, 2, 1, 0.5, 0.25] },
};

it('draws a landmark of one coordinate across the plane, whichever way that is', () => {
  expect(edgeAlong([CURVE, EDGE], 'x')).toBe(2);
  expect(edgeAlong([CURVE, EDGE], 'z')).toBeNaN();
  const shown: [[number, number], [number, number]] = [
    [0, 3],
    [-1, 1],
  ];
  expect(inPlane(COLOURS, [EDGE], 'x', 'z', shown)).toMatchObject([{ name: 'edge', x: [2, 2], y: [-1, 1] }]);
  expect(inPlane(COLOURS, [EDGE], 'z', 'x', shown)).toMatchObject([{ name: 'edge', x: [0, 3], y: [2, 2] }]);
  expect(inPlane(COLOURS, [EDGE], 'y', 'z', shown)).toEqual([]);
});

it('draws a curve as far as the picture goes and out of it', () => {
  const [line] = inPlane(COLOURS, [CURVE], 'x', 'z', [
    [0.9, 2.1],
    [0, 3],
  ]);
  expect(line).toMatchObject({ x: [0.5, 1, 2, 4], y: [2, 1, 0.5, 0.25] });
  const box: [number, number][] = [
    [0.4, 2.5],
    [-1, 1],
    [0, 1.5],
  ];
  expect(inSpace(COLOURS, [CURVE, EDGE], ['x', 'y', 'z'], box)).toMatchObject([
    {
      at: [
        [1, 2],
        [0, 0],
        [1, 0.5],
      ],
    },
  ]);
});
