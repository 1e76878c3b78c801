import { expect, test } from 'vitest';
import { placeOf, reason } from './place';

test('the place of a refusal is the letter that it counts to', () => {
  expect(placeOf('x^2 $ 3', 'loss: x^2 $ 3: $ is not of the language at character 5')).toEqual({
    before: 'x^2 ',
    at: '$',
    after: ' 3',
  });
  expect(placeOf('x', 'eta: -1 is not allowed')).toBeNull();
});

test('a place behind the end is shown as a gap, and a long text by what is around it', () => {
  expect(placeOf('log(cosh(x)', 'a ) is missing at character 12')).toEqual({
    before: 'log(cosh(x)',
    at: '\u00a0',
    after: '',
  });
  const long = placeOf(`${'x + '.repeat(20)}?${' + y'.repeat(20)}`, 'at character 81')!;
  expect(long.at).toBe('?');
  expect(long.before).toBe('…+ x + x + x + ');
  expect(long.after.endsWith('…')).toBe(true);
});

test('the reason is what is left without the text itself', () => {
  expect(reason('x $', 'loss', 'loss: x $: $ is unknown at character 3')).toBe('$ is unknown at character 3');
  expect(reason('x $', 'loss', 'eta: 0 is not allowed')).toBe('eta: 0 is not allowed');
});
