import type { Line, Range } from './description';

type Values = (number | null)[];

/** The smallest and the largest reading; the first is larger when there is none. */
export function extent(values: Values): Range {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value === null) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/** As far as the lines go and a little farther, for a linear axis. */
export function around(lines: Line[], room = 0.05): Range {
  const [low, high] = joined(lines.map(line => extent(line.y)));
  if (low > high) return [0, 1];
  const more = room * (high - low || Math.abs(high) || 1);
  return [low - more, high + more];
}

/** The last decade of doubles that have all their digits. */
const LAST = -307;

/** The decades that the lines span, for a logarithmic axis, as far as there are any. */
export function decades(lines: Line[]): Range {
  const logs = lines.map(line => extent(line.y.map(v => (v !== null && v > 0 ? Math.log10(v) : null))));
  const [low, high] = joined(logs);
  return low > high ? [0.1, 10] : [10 ** Math.max(low - 0.5, LAST), 10 ** (Math.max(high, LAST) + 0.5)];
}

/** The stretch of x over which the lines go. */
export function across(lines: Line[]): Range {
  const [low, high] = joined(lines.map(line => extent(line.x)));
  return low > high ? [0, 1] : [low, high > low ? high : low + 1];
}

function joined(ranges: Range[]): Range {
  return [Math.min(...ranges.map(r => r[0])), Math.max(...ranges.map(r => r[1]))];
}
