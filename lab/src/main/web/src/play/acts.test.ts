import { expect, test } from 'vitest';
import type { Setting } from '../types';
import { acts, further } from './acts';

function setting(name: string, rest: Partial<Setting> = {}): Setting {
  return {
    name,
    description: '',
    kind: 'number',
    allowed: '',
    default: 0,
    start: false,
    section: '',
    when: {},
    ...rest,
  };
}

const momentum = setting('momentum', { section: 'optimizer', when: { optimizer: ['polyak', 'nesterov'] } });
const decay = setting('weightDecay', { section: 'optimizer', when: { optimizer: ['gd', 'polyak'] } });
const batch = setting('batch', {
  section: 'optimizer',
  when: { optimizer: ['sgd'], measures: ['batch-sharpness'] },
});
const optimizer = setting('optimizer', { kind: 'text', default: 'sgd', allowed: 'one of gd, sgd, polyak' });

test('a setting acts with one of the words of one of the settings that it depends on', () => {
  expect(acts(optimizer, {})).toBe(true);
  expect(acts(momentum, { optimizer: 'gd' })).toBe(false);
  expect(acts(momentum, { optimizer: 'polyak' })).toBe(true);
  expect(acts(batch, { optimizer: 'gd', measures: 'none' })).toBe(false);
  expect(acts(batch, { optimizer: 'gd', measures: 'trace,batch-sharpness' })).toBe(true);
  expect(acts(batch, { optimizer: 'sgd', measures: 'none' })).toBe(true);
});

test('what every optimizer has and what is only measured is under the fold, what one was chosen for is not', () => {
  const all = [optimizer, momentum, decay, batch, setting('measures'), setting('eta')];
  expect(all.filter(s => further(s, all)).map(s => s.name)).toEqual(['weightDecay', 'measures']);
});
