import type { Setting, Settings, Value } from '../types';

/** Whether a setting acts under these values: one of the words that it acts with is among those of the other. */
export function acts(setting: Setting, values: Settings): boolean {
  const conditions = Object.entries(setting.when);
  return conditions.length === 0 || conditions.some(([name, words]) => has(values[name], words));
}

function has(value: Value | undefined, words: string[]): boolean {
  return String(value)
    .split(',')
    .some(word => words.includes(word));
}

/** What a run measures and how, rather than what it does. */
const TECHNICAL = new Set([
  'audit',
  'classes',
  'data',
  'digits',
  'dtype',
  'eigenvalues',
  'every',
  'follow',
  'measures',
  'measuresEvery',
  'readings',
  'seed',
  'standardise',
  'testImages',
  'tolerance',
  'until',
]);

/**
 * Whether a setting stands under the fold: what a run measures, and what every optimizer has, as long as it is as it was. A setting that
 * acts with the chosen optimizer but not with gradient descent, the first of them, is what that optimizer was chosen for.
 */
export function further(setting: Setting, settings: Setting[]): boolean {
  if (TECHNICAL.has(setting.name)) return true;
  if (setting.section !== 'optimizer') return false;
  const usual = /^one of ([^,]*)/.exec(settings.find(s => s.name === 'optimizer')?.allowed ?? '')?.[1];
  const rules = setting.when.optimizer;
  return !rules || rules.includes(usual ?? '');
}
