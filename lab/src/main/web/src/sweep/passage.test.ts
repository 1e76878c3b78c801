import { expect, it } from 'vitest';
import { withPassage } from './passage';

it('tells how a run passes the edge, whether or not it has come to rest', () => {
  const { passage } = withPassage({
    regime: [
      'converged',
      'stable',
      'converged',
      'edge',
      'edge',
      'collapsed',
      'converged',
      'diverged',
      'edge',
    ],
    firstCrossing: [-1, -1, 121, 121, 3, 12, 3, 4, 0],
    cycles: [0, 0, 14, 40, 900, 1, 900, 0, 9],
    steps: [6000, 6000, 6000, 6000, 2000, 2000, 2000, 9, 2000],
  });
  expect(passage).toEqual([
    'below the edge',
    'below the edge',
    'through the edge',
    'through the edge',
    'oscillating',
    'through the edge',
    'through the edge',
    'diverged',
    'from beyond the edge',
  ]);
});

it('says nothing of rows that do not tell it', () => {
  expect(withPassage({ regime: ['edge'] }).passage).toBeUndefined();
});
