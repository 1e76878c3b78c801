import { whole } from '../format';

/** Where a new run leaves an old one, and with which learning rate. */
export interface Fork {
  step: number;
  eta: number;
}

/** Reads what was typed into the form for a fork of a run that is to have `last` steps; a text says what is wrong. */
export function fork(step: string, eta: string, last: number): Fork | string {
  const at = Number(step);
  if (step.trim() === '' || !Number.isInteger(at) || at < 0 || at > last) {
    return `step: ${shown(step)} is not allowed; it must be a whole number from 0 to ${whole(last)}`;
  }
  const rate = Number(eta);
  if (eta.trim() === '' || !Number.isFinite(rate) || rate <= 0) {
    return `η: ${shown(eta)} is not allowed; it must be a number > 0`;
  }
  return { step: at, eta: rate };
}

function shown(text: string): string {
  return text.trim() === '' ? 'nothing' : text.trim();
}
