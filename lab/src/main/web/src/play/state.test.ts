import { expect, test } from 'vitest';
import type { Catalogue, Model, Setting } from '../types';
import { fits, fromQuery, toQuery } from './state';

function setting(name: string, rest: Partial<Setting> = {}): Setting {
  const usual = { description: '', kind: 'number', allowed: '', default: null, start: false, section: '' };
  return { name, ...usual, when: {}, ...rest } as Setting;
}

const formula: Model = {
  name: 'formula',
  live: true,
  naming: 'loss',
  settings: [
    setting('loss', { kind: 'text' }),
    setting('x', { start: true, section: 'start' }),
    setting('eta'),
    setting('steps', { default: 100 }),
  ],
};
const catalogue: Catalogue = {
  models: [formula],
  presets: [
    {
      name: 'formula',
      model: 'formula',
      source: '',
      shows: '',
      seconds: 1,
      settings: { loss: 'x^2', x: 1, eta: 0.5, steps: 100 },
    },
  ],
};

test('an address holds a formula with names of its own, also one that the address has for something else', () => {
  const settings = { loss: 'u*at - c', u: 2, at: 3, 'constants.c': 4, eta: 0.1, steps: 50 };
  const address = toQuery({ model: 'formula', settings, step: 7, range: null, camera: null });
  const back = fromQuery(new URLSearchParams(address), catalogue)!;
  expect(back.step).toBe(7);
  expect(back.settings).toEqual({
    loss: 'u*at - c',
    u: 2,
    'start.at': 3,
    'constants.c': 4,
    eta: 0.1,
    steps: 50,
  });
  expect(fits(formula, back.settings)).toBe(false);
});

test('an address that names no formula has that of the preset, with its parameters', () => {
  const state = fromQuery(new URLSearchParams('model=formula&eta=0.2'), catalogue)!;
  expect(state.settings).toEqual({ loss: 'x^2', x: 1, eta: 0.2, steps: 100 });
  expect(fits(formula, state.settings)).toBe(true);
});
