/** A text in three parts: before, at and after the place where a refusal says that it cannot be read. */
export interface Place {
  before: string;
  at: string;
  after: string;
}

/** Letters of context on either side of the place. */
const AROUND = 14;

/** The place that a refusal of a text names, counted from 1 there; null where it names none. */
export function placeOf(text: string, refusal: string): Place | null {
  const found = /at character (\d+)/.exec(refusal);
  if (!found) return null;
  const at = Number(found[1]) - 1;
  const low = Math.max(0, at - AROUND);
  const high = Math.min(text.length, at + 1 + AROUND);
  return {
    before: (low > 0 ? '…' : '') + text.slice(low, at),
    // At the end there is no letter, and the place is that of the one missing.
    at: text[at] ?? '\u00a0',
    after: text.slice(at + 1, high) + (high < text.length ? '…' : ''),
  };
}

/** What a refusal says of a text, without the name of the setting and the text itself. */
export function reason(text: string, setting: string, refusal: string): string {
  const shown = text.length > 100 ? `${text.slice(0, 100)}…` : text;
  const flat = (s: string) => s.replace(/\s+/g, ' ');
  const start = `${setting}: ${flat(shown)}: `;
  return flat(refusal).startsWith(start) ? flat(refusal).slice(start.length) : refusal;
}
