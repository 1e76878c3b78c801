import { Laboratory } from '../site/laboratory';
import type { Ask } from './ask';

let laboratory: Laboratory | null = null;

/** The program's own Java in this page, in a worker: on a page without a server what answers it too, on the server's its own. */
export function engine(): Laboratory {
  laboratory ??= window.eoslabLaboratory
    ? Laboratory.ofText(window.eoslabLaboratory)
    : new Laboratory('./laboratory.js');
  return laboratory;
}

/** Asks it. */
export const ask: Ask = (question, body) => engine().ask(question, body);
