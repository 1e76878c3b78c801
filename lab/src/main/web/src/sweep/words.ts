import { words } from '../format';

const WORDS: Record<string, string> = {
  passage: 'passage of the edge',
  regime: 'where it stands at the last step',
  firstCrossing: 'first step beyond the edge',
  cycles: 'cycles',
  largestCurvature: 'largest curvature',
  certificateStep: 'step from which convergence is certain',
  limitSharpnessLow: 'least sharpness in the limit',
  limitSharpnessHigh: 'largest sharpness in the limit',
  stepsToLoss: 'steps to the target loss',
};

/** A column of a sweep in words: finalLoss is the loss at the last step. */
export function columnWords(name: string): string {
  const last = /^final([A-Z])(.*)$/.exec(name);
  if (last) return `${words(last[1]!.toLowerCase() + last[2]!)}, at the last step`;
  return WORDS[name] ?? words(name);
}
