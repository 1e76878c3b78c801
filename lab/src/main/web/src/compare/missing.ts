import type { RunDetail } from '../types';

/** What an address asks for and there is not, in a sentence; empty when there is all of it. */
export function missing(asked: string[], known: Set<string>): string {
  const unknown = asked.filter(id => !known.has(id));
  if (unknown.length === 0) return '';
  return `Not in the store: ${unknown.join(', ')}.`;
}

/** Which of the chosen runs have nothing to draw yet, in a sentence. */
export function rowless(runs: { label: string; detail: RunDetail | undefined }[]): string {
  const names = runs.filter(r => r.detail && r.detail.columns.length === 0).map(r => r.label);
  return names.length === 0 ? '' : `No rows yet: ${names.join('; ')}.`;
}

/** The columns that all of the runs have that have any, but for the clocks. */
export function common(columns: string[][]): string[] {
  const lists = columns.filter(list => list.length > 0);
  return (lists[0] ?? []).filter(c => c !== 'step' && c !== 'time' && lists.every(l => l.includes(c)));
}
