import { expect, it } from 'vitest';
import { pieces } from './formula';

const atom = (sign: string, kind: 'mi' | 'mn' | 'mo', index = '', squared = false) => ({
  sign,
  kind,
  index,
  squared,
});

it('reads a formula as it is written in a line', () => {
  expect(pieces('2//ηλ₁ if αβ₁² ≈ (1 − x)²')).toEqual([
    { over: [atom('2', 'mn')], under: [atom('η', 'mi'), atom('λ', 'mi', '1')] },
    { words: 'if' },
    { atoms: [atom('α', 'mi'), atom('β', 'mi', '1', true)] },
    { atoms: [atom('≈', 'mo')] },
    { atoms: [atom('(', 'mo'), atom('1', 'mn')] },
    { atoms: [atom('−', 'mo')] },
    { atoms: [atom('x', 'mi'), atom(')', 'mo', '', true)] },
  ]);
});
