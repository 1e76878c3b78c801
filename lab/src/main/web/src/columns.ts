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

/** The first of some names with a role. */
export function withRole(names: string[], wanted: Column['role']): string | undefined {
  return names.find(name => role(name) === wanted);
}
