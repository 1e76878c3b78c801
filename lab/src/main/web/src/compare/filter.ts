import { named as nameOf } from '../format';

/** What a row is searched for: its words, and its settings and facts by name. */
export interface Searched {
  text: string;
  fields: Record<string, unknown>;
}

const CONDITION = /^([^\s<>=!]+)(<=|>=|!=|=|<|>)(\S+)$/;

/** Whether a row meets every word of a filter: a condition such as eta>1 holds, any other word is in its text. */
export function matches({ text, fields }: Searched, filter: string): boolean {
  const searched = text.toLowerCase();
  return filter
    .split(/\s+/)
    .filter(Boolean)
    .every(word => {
      const [, name = '', sign = '', value = ''] = CONDITION.exec(word) ?? [];
      const field = Object.entries(fields).find(([key]) => key.toLowerCase() === named(name))?.[1];
      if (field === undefined || field === null) return searched.includes(word.toLowerCase());
      return holds(field, sign, value);
    });
}

/** A name as it was typed, or its symbol. */
function named(name: string): string {
  return nameOf(name).toLowerCase();
}

function holds(field: unknown, sign: string, value: string): boolean {
  const [a, b] = [Number(field), Number(value)];
  const both = typeof field === 'number' && !Number.isNaN(b);
  const equal = both ? a === b : String(field).toLowerCase() === value.toLowerCase();
  if (sign === '=') return equal;
  if (sign === '!=') return !equal;
  if (!both) return false;
  return { '<': a < b, '>': a > b, '<=': a <= b, '>=': a >= b }[sign] ?? false;
}
