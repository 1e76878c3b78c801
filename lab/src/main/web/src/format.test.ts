import { expect, test } from 'vitest';
import { sentence } from './format';

test('a sentence has symbols for names, also behind a number, and leaves words alone', () => {
  expect(sentence('ends at 2/eta - 3eta/2, eta*S = 2')).toBe('ends at 2/η - 3η/2, η·S = 2');
  expect(sentence('beta2 of a theta')).toBe('β₂ of a theta');
});
