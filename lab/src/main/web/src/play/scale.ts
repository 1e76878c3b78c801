import type { Setting } from '../types';

/** A slider's scale: which values it reaches from `low` to `high`, evenly or by factors. */
export interface Scale {
  low: number;
  high: number;
  log: boolean;
}

/** Around the value a preset has; a value outside widens it. */
export function scaleFor(setting: Setting, centre: number, value: number): Scale {
  const scale = around(setting, centre);
  return { ...scale, low: Math.min(scale.low, value), high: Math.max(scale.high, value) };
}

function around(setting: Setting, centre: number): Scale {
  if (setting.kind === 'integer') {
    return centre > 100
      ? { low: Math.round(centre / 10), high: centre * 5, log: true }
      : { low: 0, high: Math.max(10, 2 * centre), log: false };
  }
  if (!setting.start && setting.allowed.startsWith('> 0') && centre > 0) {
    return { low: centre / 4, high: centre * 4, log: true };
  }
  if (centre > 0) return { low: 0, high: 2.5 * centre, log: false };
  if (centre < 0) return { low: 2.5 * centre, high: 0, log: false };
  return { low: -1, high: 1, log: false };
}

/** Where a value is on the scale, from 0 to 1. */
export function position(scale: Scale, value: number): number {
  const at = scale.log
    ? Math.log(value / scale.low) / Math.log(scale.high / scale.low)
    : (value - scale.low) / (scale.high - scale.low);
  return Math.min(1, Math.max(0, at));
}

/** The value at a position, in four significant digits. */
export function valueAt(scale: Scale, at: number, whole: boolean): number {
  const value = scale.log
    ? scale.low * Math.pow(scale.high / scale.low, at)
    : scale.low + at * (scale.high - scale.low);
  return whole ? Math.round(value) : Number(value.toPrecision(4));
}
