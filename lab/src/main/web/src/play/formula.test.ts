import { expect, test } from 'vitest';
import { moved } from './formula';

test('a slider that moves while a formula is read keeps its place', () => {
  const before = { model: 'formula', loss: 'x^2', x: 1, eta: 0.1 };
  const now = { ...before, eta: 0.2 };
  const answer = { loss: 'x^2 + y', x: 1, y: 0.5, eta: 0.1 };
  expect(moved(answer, before, now)).toEqual({ loss: 'x^2 + y', x: 1, y: 0.5, eta: 0.2 });
});
