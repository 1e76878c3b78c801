import { expect, it } from 'vitest';
import { stairs } from './stairs';

it('goes from the diagonal to the map and back', () => {
  expect(stairs([1, 3, 2])).toEqual({ x: [1, 1, 3, 3], y: [1, 3, 3, 2] });
  expect(stairs([1])).toEqual({ x: [], y: [] });
});
