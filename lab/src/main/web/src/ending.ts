import type { Ending } from './types';

const WORDS: Record<string, string> = {
  minimum: 'Ends in a minimum',
  saddle: 'Ends in a saddle',
  maximum: 'Ends in a maximum',
  'critical point': 'Ends in a critical point',
  orbit: 'Ends in an orbit',
  growing: 'The loss grows without end',
  diverged: 'Diverges',
  'not settled': 'Has not settled',
};

/** What a run ended in, in a line with the evidence. */
export function endingText(ending: Ending | null | undefined): string {
  if (!ending) return '';
  return `${WORDS[ending.kind] ?? ending.kind}: ${ending.evidence}`;
}
