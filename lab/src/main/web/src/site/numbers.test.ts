import { expect, it } from 'vitest';
import { plain } from './numbers';

it('has null for what is no number, and arrays that are plain', () => {
  const answer = {
    a: Float64Array.of(1, NaN, -0, Infinity),
    b: [{ c: Float64Array.of(0.1) }],
    d: null,
    e: 'x',
  };
  expect(plain(answer)).toEqual({ a: [1, null, -0, null], b: [{ c: [0.1] }], d: null, e: 'x' });
  expect(plain(Float64Array.of(2))).toEqual([2]);
});
