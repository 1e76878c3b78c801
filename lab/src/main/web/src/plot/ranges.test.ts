import { expect, test } from 'vitest';
import { decades } from './ranges';

function line(y: number[]) {
  return { name: '', colour: '', x: y.map((_, i) => i), y };
}

test('a loss that goes down to the last doubles has an axis all the same', () => {
  const [low, high] = decades([line([2, 1e-200, Number.MIN_VALUE, 0])]);
  expect(low).toBeGreaterThan(0);
  expect(low).toBeLessThan(1e-300);
  expect(high).toBeGreaterThan(2);
  expect(decades([line([1, 100])])).toEqual([10 ** -0.5, 10 ** 2.5]);
});
