import { describe, expect, it } from 'vitest';
import { fork } from './leave';

describe('a fork', () => {
  it('is read from its form', () => {
    expect(fork('1500', '2.5', 4000)).toEqual({ step: 1500, eta: 2.5 });
    expect(fork(' 0 ', '1e-3', 4000)).toEqual({ step: 0, eta: 1e-3 });
    expect(fork('4000', '3', 4000)).toEqual({ step: 4000, eta: 3 });
  });

  it.each(['', ' ', '2.5', '-1', '1e9', '4001', 'abc', 'NaN', 'Infinity'])(
    'does not leave at step %j',
    step =>
      expect(fork(step, '2.5', 4000)).toMatch(
        /^step: .* is not allowed; it must be a whole number from 0 to 4/,
      ),
  );

  it.each(['', ' ', 'NaN', 'abc', 'Infinity', '1e400', '0', '-3'])('does not take η = %j', eta =>
    expect(fork('1500', eta, 4000)).toMatch(/^η: .* is not allowed; it must be a number > 0$/),
  );
});
