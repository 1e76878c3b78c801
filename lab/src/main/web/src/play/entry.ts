import type { Value } from '../types';

/**
 * What a text that was typed, or stands in an address, is for a numeric setting: a number, or the text itself where it is none that can be
 * sent as one (JSON has neither NaN nor infinities), so that the server's answer says what is wrong with it.
 */
export function entered(text: string): Value {
  const number = Number(text);
  return text.trim() !== '' && Number.isFinite(number) ? number : text;
}

/** The steps from `low` to `high` as an address gives them, `a..b` with either end open; what is beyond the run's is cut off. */
export function stepsOf(text: string | null, last: number): [number, number] | null {
  const ends = /^([^.]*(?:\.\d+)?)\.\.([^.]*(?:\.\d+)?)$/.exec(text ?? '');
  if (!ends) return null;
  const [low, high] = [ends[1] || '0', ends[2] || String(last)].map(Number) as [number, number];
  const from = Math.max(0, Math.floor(low));
  const to = Math.min(last, Math.ceil(high));
  return from < to ? [from, to] : null;
}
