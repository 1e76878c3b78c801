import type { Meaning } from './plot/meaning';
import type { Column } from './types';

/** What the columns are that the server has spoken of: their roles, symbols and words are stated there, once. */
const known = new Map<string, Column>(
  [
    // What every run has, also one whose columns nobody has described yet.
    { name: 'loss', kind: 'number' as const, role: 'loss' as const, symbol: 'L', words: 'loss L', list: '' },
    {
      name: 'sharpness',
      kind: 'number' as const,
      role: 'sharpness' as const,
      symbol: 'S',
      words: 'sharpness S',
      list: '',
    },
  ].map(c => [c.name, c]),
);

/** Takes note of columns that came with an answer. */
export function learn(columns: Column[] | null): void {
  for (const column of columns ?? []) known.set(column.name, column);
}

/** The column of that name, as far as it has been spoken of. */
export function column(name: string): Column | undefined {
  return known.get(name);
}

/** What a column is in its run. */
export function role(name: string): Column['role'] | undefined {
  return known.get(name)?.role;
}

/** The names with a role. */
export function allWithRole(names: string[], wanted: Column['role']): string[] {
  return names.filter(name => role(name) === wanted);
}

/** The column held against the threshold: the preconditioned sharpness of a rule that has one. */
export function critical(names: string[]): string | undefined {
  return withRole(names, 'preconditioned-sharpness') ?? withRole(names, 'sharpness');
}

/** What the columns of a role are in colours. */
const MEANINGS: Partial<Record<Column['role'], Meaning>> = {
  sharpness: 'run',
  'preconditioned-sharpness': 'run',
  loss: 'loss',
  'flow-sharpness': 'flow',
};

/** What a column is in colours, everywhere. */
export function meaningOf(name: string): Meaning {
  return MEANINGS[role(name) ?? 'part'] ?? 'other';
}

/** The first of some names with a role. */
export function withRole(names: string[], wanted: Column['role']): string | undefined {
  return names.find(name => role(name) === wanted);
}
