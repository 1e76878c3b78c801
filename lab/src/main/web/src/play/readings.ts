import { column, role } from '../columns';
import { symbol, words } from '../format';
import type { Column } from '../types';

type Role = Column['role'];

/** Columns that belong together, under what they are about. */
export interface Group {
  title: string;
  names: string[];
}

/** What a reader of the numbers looks at first, and which roles it has; all others come last. */
const GROUPS: [string, Role[]][] = [
  ['At the edge', ['preconditioned-sharpness', 'sharpness', 'threshold', 'flow-sharpness', 'phase']],
  ['Loss', ['loss', 'loss-term', 'surrogate-loss', 'test-loss', 'accuracy']],
  ['Parameters', ['coordinate']],
];
const OTHERS = 'Also measured';

/** What a reader of the numbers has no use for. */
const HIDDEN: Role[] = ['clock', 'evidence', 'part'];

/** The columns in groups, the most important first; within a group by role, and as the run has them. */
export function grouped(names: string[]): Group[] {
  const shown = names.filter(name => !HIDDEN.includes(role(name) ?? 'measurement'));
  const groups = GROUPS.map(([title, roles]) => ({
    title,
    names: roles.flatMap(one => shown.filter(name => role(name) === one)),
  }));
  const placed = groups.flatMap(group => group.names);
  const others = { title: OTHERS, names: shown.filter(name => !placed.includes(name)) };
  return [...groups, others].filter(group => group.names.length > 0);
}

/** A column's symbol, empty where it has none but its words, and its words without the symbol; of a parameter what its setting says. */
export function described(name: string, setting?: string): { sign: string; about: string } {
  const sign = symbol(name);
  const bare = words(name)
    .split(' ')
    .filter(word => word !== sign)
    .join(' ');
  if (column(name)?.role === 'coordinate' && setting) return { sign, about: setting };
  if (words(name) === sign) return { sign: '', about: sign };
  // A name is no symbol.
  return { sign: sign === name ? '' : sign, about: bare };
}
