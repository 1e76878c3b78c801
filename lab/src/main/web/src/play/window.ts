import { number } from '../format';
import type { Overlays } from '../types';

type Window = NonNullable<Overlays['window']>;

/** The window when it holds any learning rate. */
export function open(w: Window | null): Window | null {
  return w && w.low < w.high && w.whyEmpty === '' ? w : null;
}

/** Where η stands to the window of learning rates that carry this start to the edge. */
export function windowText(w: Window | null, eta: number): string {
  if (!w) return '';
  if (w.whyEmpty) return `No EoS window: ${w.whyEmpty}.`;
  const range = `EoS window of this start: ${number(w.low)}\u00a0<\u00a0η\u00a0≤\u00a0${number(w.high)}`;
  if (eta <= w.low) return `${range}. η is below it: this run stays stable.`;
  return eta > w.high ? `${range}. η is above it.` : `${range}. η lies in it.`;
}
