import { expect, test } from 'vitest';
import { named, sentence, symbol } from './format';

test('a sentence has symbols for names, also behind a number, and leaves words alone', () => {
  expect(sentence('ends at 2/eta - 3eta/2, eta*S = 2')).toBe('ends at 2/η - 3η/2, η·S = 2');
  expect(sentence('beta2 of a theta')).toBe('β₂ of a theta');
});

test('a name that is a Greek letter has its sign, and the sign its name', () => {
  expect(['lambda2', 'eta', 'beta10', 'theta', 'momentum'].map(symbol)).toEqual([
    'λ₂',
    'η',
    'β₁₀',
    'theta',
    'β',
  ]);
  expect(['λ₂', 'η', 'β₁₀', 'cycles'].map(named)).toEqual(['lambda2', 'eta', 'beta10', 'cycles']);
});
