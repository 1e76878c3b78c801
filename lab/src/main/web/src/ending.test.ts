import { expect, test } from 'vitest';
import { endingText } from './ending';

test('an ending is a line of what it is and why', () => {
  expect(endingText({ kind: 'orbit', evidence: 'period 2' })).toBe('Ends in an orbit: period 2');
  expect(endingText(undefined)).toBe('');
});
