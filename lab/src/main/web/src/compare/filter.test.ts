import { expect, it } from 'vitest';
import { matches } from './filter';

const row = {
  text: 'canonical-1 minimalist eta=3.2 optimizer=gd',
  fields: { eta: 3.2, optimizer: 'gd', cycles: 14 },
};

it.each([
  ['canonical', true],
  ['Canonical MINIMALIST', true],
  ['eta=3', false],
  ['eta=3.2', true],
  ['eta>1', true],
  ['eta>1 eta<3', false],
  ['η>=3.2', true],
  ['cycles!=14', false],
  ['cycles>=14', true],
  ['optimizer=gd', true],
  ['optimizer=g', false],
  ['optimizer>gd', false],
  ['momentum=0.9', false],
  ['', true],
])('%s: %s', (filter, met) => {
  expect(matches(row, filter)).toBe(met);
});
