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

const MATH = 'http://www.w3.org/1998/Math/MathML';

/** A sign with what is lowered and raised beside it. */
const ATOM = /(\d+|.)([₀-₉]*)(²?)/gu;
const LOWERED = [...'₀₁₂₃₄₅₆₇₈₉'];

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

/** A formula as a browser sets it. */
export function mathElement(text: string): Element {
  const math = made('math', pieces(text).flatMap(elements));
  math.setAttribute('display', 'block');
  return math;
}

function elements(piece: Piece): Element[] {
  if ('words' in piece) return [made('mtext', [`\u2002${piece.words}\u2002`])];
  if ('atoms' in piece) return piece.atoms.map(atom);
  return [made('mfrac', [made('mrow', piece.over.map(atom)), made('mrow', piece.under.map(atom))])];
}

function atom({ sign, kind, index, squared }: Atom): Element {
  const bare = made(kind, [sign]);
  const [low, high] = [made('mn', [index]), made('mn', ['2'])];
  if (index !== '' && squared) return made('msubsup', [bare, low, high]);
  if (squared) return made('msup', [bare, high]);
  return index === '' ? bare : made('msub', [bare, low]);
}

function made(name: string, children: (Element | string)[]): Element {
  const one = document.createElementNS(MATH, name);
  one.append(...children);
  return one;
}
