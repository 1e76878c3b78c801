import { expect, it } from 'vitest';
import type { Setting } from '../types';
import { placeIn, plainName, settingName, valueText } from './speech';

const setting = (name: string, description: string, section = ''): Setting => ({
  name,
  description,
  kind: 'number',
  allowed: '> 0 and finite',
  default: 1,
  start: false,
  section,
  when: {},
});

it('calls a setting by its symbol and in words', () => {
  expect(settingName(setting('lambda1', 'variance of the irrelevant input'))).toBe(
    'λ₁, variance of the irrelevant input',
  );
  expect(settingName(setting('optimizer.beta2', 'decay of the mean square', 'optimizer'))).toBe(
    'β₂, decay of the mean square',
  );
  expect(plainName(setting('start.x', 'parameter', 'start'))).toBe('x');
});

it('says a value with its symbol or its unit', () => {
  expect(valueText(setting('eta', 'step size'), 3.2, 'in the EoS window')).toBe('η = 3.2, in the EoS window');
  expect(valueText(setting('steps', 'steps'), 6000)).toBe('6\u202f000 steps');
  expect(valueText(setting('eta', 'step size'), 'fast')).toBe('η = fast');
});

it('knows where a learning rate stands to the window', () => {
  const band = { low: 1.6, high: 4.08 };
  expect(placeIn(band, 1.6)).toBe('below the EoS window');
  expect(placeIn(band, 4.08)).toBe('in the EoS window');
  expect(placeIn(band, 4.1)).toBe('above the EoS window');
  expect(placeIn(null, 3)).toBe('');
});
