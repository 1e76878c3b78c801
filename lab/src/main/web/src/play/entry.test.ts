import { describe, expect, it } from 'vitest';
import { entered, stepsOf } from './entry';

describe('a typed number', () => {
  it.each([
    ['3.2', 3.2],
    [' 1e-3 ', 1e-3],
    ['-0.5', -0.5],
    ['0', 0],
  ])('%j is one', (text, number) => expect(entered(text)).toBe(number));

  it.each(['1e400', 'Infinity', '-Infinity', 'NaN', 'abc', '', ' ', '1,5', '٣'])(
    '%j goes to the server as it is',
    text => expect(entered(text)).toBe(text),
  );
});

describe('steps in an address', () => {
  it.each([
    ['500..1500', [500, 1500]],
    ['-10..500', [0, 500]],
    ['-10..', [0, 6000]],
    ['..200', [0, 200]],
    ['5000..1e9', [5000, 6000]],
    ['1.5..2.5', [1, 3]],
  ])('%s', (text, range) => expect(stepsOf(text, 6000)).toEqual(range));

  it.each([null, '', '..', 'a..b', '7000..8000', '300..300', '500..100', '1..2..3'])(
    '%j are all of them',
    text => expect(stepsOf(text, 6000) ?? [0, 6000]).toEqual([0, 6000]),
  );
});
