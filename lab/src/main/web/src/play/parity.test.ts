import { expect, it } from 'vitest';
import { parities } from './parity';

const line = { name: 'x', colour: 'blue', x: [0, 3], y: [1, 2] };

it('parts the even from the odd steps', () => {
  const [even, odd] = parities(line, { step: [0, 1, 2, 3], value: [1, 2, 1, 2] }, 'red');
  expect(even).toMatchObject({ name: 'x, even steps', colour: 'blue', x: [0, 2], y: [1, 1], unjoined: true });
  expect(odd).toMatchObject({ name: 'x, odd steps', colour: 'red', x: [1, 3], y: [2, 2] });
});

it('leaves a run as a line that does not oscillate', () => {
  expect(parities(line, undefined, 'red')).toEqual([line]);
});
