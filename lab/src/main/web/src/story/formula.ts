import type { Facts } from './sentence';

/**
 * A formula on a line of its own, below a paragraph; shown only if the run bears it out, as a claim is said. Its text is as one writes it in a line, `2//η` being the
 * one over the other.
 */
export interface Formula<F extends Facts> {
  after: number;
  text: string;
  holds: (facts: F) => boolean;
}

/** A sign with what is lowered and raised beside it. */
const ATOM = /(\d+|.)([₀-₉]*)(²?)/gu;
/** Digits as they stand in an index. */
export const LOWERED = [...'₀₁₂₃₄₅₆₇₈₉'];

/** A piece of a formula: words, one thing over another, or signs. */
export type Piece = { words: string } | { over: Atom[]; under: Atom[] } | { atoms: Atom[] };

export interface Atom {
  sign: string;
  kind: 'mi' | 'mn' | 'mo';
  /** Its index, empty for none. */
  index: string;
  squared: boolean;
}

/** The pieces of a formula's text. */
export function pieces(text: string): Piece[] {
  return text.split(' ').map(token => {
    if (/^[a-z]{2,}$/.test(token)) return { words: token };
    const [over, under] = token.split('//');
    return under === undefined ? { atoms: atoms(token) } : { over: atoms(over!), under: atoms(under) };
  });
}

function atoms(token: string): Atom[] {
  return [...token.matchAll(ATOM)].map(([, sign, lowered, raised]) => ({
    sign: sign!,
    kind: /\d/.test(sign!) ? 'mn' : /\p{L}|∂/u.test(sign!) ? 'mi' : 'mo',
    index: [...lowered!].map(digit => LOWERED.indexOf(digit)).join(''),
    squared: raised !== '',
  }));
}
