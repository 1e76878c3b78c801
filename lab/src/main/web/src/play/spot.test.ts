import { describe, expect, it } from 'vitest';
import { spotAt, within } from './spot';

const path = { step: [3, 10, 20], x: [0.3, 1, 2], y: [-3, -10, -20] };
const names = ['x', 'y'];

describe('the mark of a run', () => {
  it('is where the run was asked to be, wherever the thinned path goes', () => {
    expect(spotAt(path, names, 6000, { step: 6000, values: { x: 7, y: 8 } })).toEqual([7, 8]);
    expect(spotAt(path, names, 12, { step: 12, values: { x: 7, y: 8 } })).toEqual([7, 8]);
  });

  it('is the point before, until what was asked for comes', () => {
    expect(spotAt(path, names, 12, null)).toEqual([1, -10]);
    expect(spotAt(path, names, 12, { step: 11, values: { x: 7, y: 8 } })).toEqual([1, -10]);
    expect(spotAt(path, names, 3, null)).toEqual([0.3, -3]);
    expect(spotAt(path, names, 20, null)).toEqual([2, -20]);
  });

  it('is nowhere before the path begins, after it ends, without one, and where a value is missing', () => {
    expect(spotAt(path, names, 2, null)).toBeNull();
    expect(spotAt(path, names, 21, null)).toBeNull();
    expect(spotAt({}, names, 0, null)).toBeNull();
    expect(spotAt(path, names, 5, { step: 5, values: { x: 7, y: null } })).toBeNull();
    expect(spotAt(path, ['x', 'z'], 5, null)).toBeNull();
  });
});

it('is hidden outside the axes', () => {
  const ranges: [number, number][] = [
    [0, 1],
    [-1, 0],
  ];
  expect(within([0.5, -0.5], ranges)).toBe(true);
  expect(within([0, 0], ranges)).toBe(true);
  expect(within([1.01, -0.5], ranges)).toBe(false);
  expect(within([0.5, 0.01], ranges)).toBe(false);
});
