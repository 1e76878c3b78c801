import { power } from '../format';

/** At most so many labels on a logarithmic axis. */
const MOST_DECADES = 5;

/** Where a logarithmic axis has its labels: whole decades; of few also the twofold and fivefold, as far as there is room for so many. */
export function logTicks(low: number, high: number, most = Infinity): number[] {
  const ticks = marks(low, high, [1, 2, 5]);
  return ticks.length <= most ? ticks : marks(low, high, [1]);
}

function marks(low: number, high: number, few: number[]): number[] {
  const from = Math.ceil(Math.log10(low) - 1e-9);
  const to = Math.floor(Math.log10(high) + 1e-9);
  const every = Math.max(1, Math.ceil((to - from + 1) / MOST_DECADES));
  const factors = to - from < 2 ? few : [1];
  const ticks: number[] = [];
  for (let e = Math.ceil((from - 1) / every) * every; e <= to; e += every) {
    for (const factor of factors) {
      const tick = factor * 10 ** e;
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  }
  return ticks;
}

/** A number beside an axis: 0.25, −3, 12 000, 10⁻⁶. */
export function tickText(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  const sign = value < 0 ? '−' : '';
  if (size >= 1e6 || size < 1e-3) {
    const [mantissa, exponent] = size.toExponential(3).split('e');
    const factor = Number(mantissa);
    return sign + (factor === 1 ? '' : `${factor}·`) + power(Number(exponent));
  }
  const [whole, rest] = String(Number(size.toPrecision(6))).split('.');
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, '\u2009');
  return sign + (rest ? `${grouped}.${rest}` : grouped);
}

/** The numbers beside a logarithmic axis: powers, unless all are near 1. */
export function logTexts(values: number[]): string[] {
  return values.every(v => v > 5e-4 && v < 2e4)
    ? values.map(tickText)
    : values.map(v => (isPower(v) ? power(Math.round(Math.log10(v))) : tickText(v)));
}

function isPower(value: number): boolean {
  return Math.abs(value / 10 ** Math.round(Math.log10(value)) - 1) < 1e-9;
}

/** At most `most` round numbers evenly apart, by `least` or more. */
export function ticks(low: number, high: number, most: number, least = 0): number[] {
  const apart = Math.max(least, (high - low) / Math.max(1, most));
  const decade = 10 ** Math.floor(Math.log10(apart));
  const every = decade * ([1, 2, 5].find(f => f * decade >= apart) ?? 10);
  const first = Math.ceil(low / every);
  return Array.from({ length: Math.floor(high / every) - first + 1 }, (_, i) => (first + i) * every);
}
