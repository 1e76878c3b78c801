import { expect, it } from 'vitest';
import type { PlayResult } from '../types';
import { resultText } from './result';

const run = (of: Partial<PlayResult>): PlayResult =>
  ({
    outcome: 'completed',
    lastStep: 6000,
    threshold: 0.625,
    firstCrossing: 121,
    cycles: 14,
    curvature: 'curvatureBeta1',
    end: { sharpness: 0.62468 },
    ...of,
  }) as PlayResult;

it('says in a sentence what became of a run', () => {
  expect(resultText(run({}))).toBe('Crosses the edge at step 121, 14 cycles, ends at ηS = 1.999.');
  expect(resultText(run({ firstCrossing: -1, cycles: 0, end: { sharpness: 0.5 } }))).toBe(
    'Stays below the edge, ends at ηS = 1.6.',
  );
  expect(resultText(run({ firstCrossing: 0, cycles: 1 }))).toBe(
    'Starts beyond the edge, 1 cycle, ends at ηS = 1.999.',
  );
  expect(resultText(run({ outcome: 'diverged', lastStep: 12, cycles: 0 }))).toBe(
    'Crosses the edge at step 121, diverges at step 12.',
  );
  expect(resultText(run({ threshold: null, firstCrossing: -1 }))).toContain('A flow');
});

it('says on which orbit a run ends, or that it has come to no rest', () => {
  const ending = { kind: 'orbit', evidence: 'period 4: 4 steps on it is back' };
  expect(resultText(run({ ending, firstCrossing: 1, cycles: 999 }))).toBe(
    'Crosses the edge at step 1, ends on an orbit of period 4.',
  );
  expect(resultText(run({ samples: {}, cycles: 999 }))).toContain('999 cycles, still oscillating at ηS');
});

it('names the curvature of a model without the sharpness', () => {
  expect(resultText(run({ end: { curvatureBeta1: 0.625 } }))).toContain('ends at ηS = 2.');
});
