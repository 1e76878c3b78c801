import { WORKS } from './references';

/** What a run, or several, came to: numbers that sentences name, and whatever a picture draws. */
export type Facts = object;

/** A sentence that states nothing of a run: a definition, an invitation. */
export interface Plain extends Place {
  plain: string;
}

interface Place {
  /** It speaks of what is left out where there is little room, and so is it. */
  wide?: true;
}

/**
 * A sentence that states something of a run. Its words may name knobs and facts, `{eta}`; a symbol to be explained, `*S*`; what is drawn in the
 * picture, `[gradient flow](flow)`; and a work, `[@cohen]`. It is said where `when` has it said, and only if the run bears it out.
 */
export interface Claim<F extends Facts> extends Place {
  claim: string;
  when?: (facts: F) => boolean;
  /** It may stand beside another of its paragraph that has a `when`; without it such sentences are alternatives. */
  beside?: true;
  /** Whether the run is as the sentence says: what the tests ask over the whole range of the knobs, and the page before it says it. */
  holds: (facts: F) => boolean;
}

export type Sentence<F extends Facts> = Plain | Claim<F>;

/** A piece of a sentence. */
export type Token =
  | { kind: 'text'; text: string }
  | { kind: 'value'; name: string }
  | { kind: 'symbol'; text: string }
  | { kind: 'curve'; text: string; name: string }
  | { kind: 'cite'; text: string; name: string };

const TOKEN = /\{(\w+)\}|\*([^*]+)\*|\[@(\w+)\]|\[([^\]]+)\]\((\w+)\)/g;

/** The words of a sentence. */
export function wordsOf<F extends Facts>(sentence: Sentence<F>): string {
  return 'plain' in sentence ? sentence.plain : sentence.claim;
}

/** The pieces of a sentence's words. */
export function tokens(words: string): Token[] {
  const pieces: Token[] = [];
  let end = 0;
  for (const match of words.matchAll(TOKEN)) {
    const [whole, value, symbol, work, text, curve] = match;
    if (match.index > end) pieces.push({ kind: 'text', text: words.slice(end, match.index) });
    if (value !== undefined) pieces.push({ kind: 'value', name: value });
    else if (symbol !== undefined) pieces.push({ kind: 'symbol', text: symbol });
    else if (work !== undefined) pieces.push({ kind: 'cite', text: WORKS[work]?.cited ?? work, name: work });
    else pieces.push({ kind: 'curve', text: text!, name: curve! });
    end = match.index + whole.length;
  }
  if (end < words.length) pieces.push({ kind: 'text', text: words.slice(end) });
  return pieces;
}

/** A text whose lines do not break between a sign and what it stands between. */
export function bound(text: string): string {
  return text.replace(/ ([=≈−]) /g, '\u00a0$1\u00a0');
}

/** Texts and what stands between them, parted at the blanks, which are parts of their own: what is not parted stays on a line. */
export function clusters<T>(pieces: (T | string)[]): (T | string)[][] {
  const parted: (T | string)[][] = [[]];
  for (const piece of pieces) {
    const parts = typeof piece === 'string' ? piece.split(/( )/).filter(part => part !== '') : [piece];
    for (const part of parts) {
      if (part === ' ') parted.push([part], []);
      else parted.at(-1)!.push(part);
    }
  }
  return parted.filter(cluster => cluster.length > 0);
}

/** The parts of a text, the second and every other of them a sign like α or β₁. */
export function lettered(text: string): string[] {
  return text.split(/([αβηλφμ][₀-₉]?)/);
}

/** Whether a sentence is to be said of a run. */
export function said<F extends Facts>(sentence: Sentence<F>, facts: F): boolean {
  return 'plain' in sentence || ((sentence.when?.(facts) ?? true) && sentence.holds(facts));
}

/** The words of the sentences that are to be said, as text. */
export function spoken<F extends Facts>(
  sentences: Sentence<F>[],
  facts: F,
  value: (name: string) => string,
): string {
  return sentences
    .filter(sentence => said(sentence, facts))
    .map(sentence =>
      tokens(wordsOf(sentence))
        .map(token => (token.kind === 'value' ? value(token.name) : bound(token.text)))
        .join(''),
    )
    .join(' ');
}
