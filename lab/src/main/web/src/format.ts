import { column } from './columns';

const GREEK: Record<string, string> = {
  lambda: 'λ',
  eta: 'η',
  alpha: 'α',
  beta: 'β',
  mu: 'μ',
  epsilon: 'ε',
};

const IN_A_SENTENCE = new RegExp(`(?<![A-Za-z_])(${Object.keys(GREEK).join('|')})\\d?\\b`, 'g');

const LOWERED = [...'₀₁₂₃₄₅₆₇₈₉'];

/** A name that is a Greek letter's, perhaps with a number: λ₁ for lambda1. The name in files, columns and JSON stays the one shown in the tooltip. */
function greek(name: string): string | undefined {
  const [, letter = '', index = ''] = /^([a-z]+)(\d*)$/.exec(name) ?? [];
  const sign = GREEK[letter];
  return sign && sign + [...index].map(digit => LOWERED[Number(digit)]).join('');
}

/** The symbol of a setting or column. */
export function symbol(name: string): string {
  return column(name)?.symbol ?? (name === 'momentum' ? GREEK.beta! : (greek(name) ?? name));
}

/** The name that a symbol may stand for: lambda1 for λ₁. */
export function named(sign: string): string {
  const letter = Object.keys(GREEK).find(name => GREEK[name] === sign[0]);
  const index = [...sign.slice(1)].map(digit => LOWERED.indexOf(digit));
  return letter && !index.includes(-1) ? letter + index.join('') : sign;
}

/** The words for a column. */
export function words(name: string): string {
  return column(name)?.words ?? symbol(name);
}

/** A sentence of the catalogue with the symbols for the names in it: eta*mu as η·μ. */
export function sentence(text: string): string {
  return text.replace(IN_A_SENTENCE, symbol).replace(/(\S)\*(?=\S)/g, '$1·');
}

/** A number as a field shows it and reads it again: 1e-6 for 0.000001, of which a narrow field shows zeros only. */
export function editable(value: number | string): string {
  const text = String(value);
  return /^-?0\.0000/.test(text) ? Number(text).toExponential() : text;
}

/** What a run is called among others. */
export function runLabel(name: string, eta: unknown): string {
  return typeof eta === 'number' ? `${name}, η = ${number(eta)}` : name;
}

const RAISED: Record<string, string> = {
  '-': '⁻',
  ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((raised, digit) => [String(digit), raised])),
};

/** A power of ten. */
export function power(exponent: number): string {
  if (exponent === 0 || exponent === 1) return String(10 ** exponent);
  return `10${[...String(exponent)].map(c => RAISED[c]).join('')}`;
}

/** A number in about `digits` significant digits. */
export function number(value: number | null | undefined, digits = 5): string {
  if (value === null || value === undefined || Number.isNaN(value)) return '–';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e6 || size < 1e-4) {
    const [mantissa, exponent] = value.toExponential(Math.max(0, digits - 2)).split('e');
    return `${Number(mantissa)}·${power(Number(exponent))}`;
  }
  return String(Number(value.toPrecision(digits)));
}

/** A whole number with thin spaces between thousands. */
export function whole(value: number): string {
  return Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');
}

export const PHASES = ['', 'phase I', 'phase II.1', 'phase II.2'];
export const PHASE_MEANING = ['', 'below the edge', 'progressive sharpening', 'self-stabilisation'];

/** Text for Plotly, which reads a little markup: a name from a file stays text. */
export function plain(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
