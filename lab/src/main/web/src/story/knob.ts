import { number } from '../format';

/** A number that the reader moves. */
export interface Knob {
  name: string;
  symbol: string;
  words: string;
  low: number;
  high: number;
  step: number;
  start: number;
  /** How a value is written, if not as a number of its own. */
  writes?: (value: number) => string;
}

export type Values = Record<string, number>;

/** The value of a knob nearest to a number. */
export function snapped({ low, high, step }: Knob, value: number): number {
  const steps = Math.round((Math.min(high, Math.max(low, value)) - low) / step);
  return Number(Math.min(high, low + steps * step).toPrecision(12));
}

/** Where a key takes a knob from a value; null for a key that does not move it. */
export function pressed(knob: Knob, value: number, key: string): number | null {
  const moves: Record<string, number> = {
    ArrowRight: value + knob.step,
    ArrowUp: value + knob.step,
    ArrowLeft: value - knob.step,
    ArrowDown: value - knob.step,
    PageUp: value + 10 * knob.step,
    PageDown: value - 10 * knob.step,
    Home: knob.low,
    End: knob.high,
  };
  const moved = moves[key];
  return moved === undefined ? null : snapped(knob, moved);
}

/** A knob's value as it is written: as many digits as it can be set to. */
export function written(knob: Knob, value: number): string {
  if (knob.writes) return knob.writes(value);
  const digits = Math.max(0, Math.ceil(-Math.log10(knob.step) - 1e-9));
  return digits > 4 ? number(value, 3) : value.toFixed(digits);
}

/** The values of knobs at the start. */
export function starting(knobs: Knob[]): Values {
  return Object.fromEntries(knobs.map(knob => [knob.name, knob.start]));
}
