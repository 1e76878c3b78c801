import { PHASE_MEANING, PHASES } from '../format';
import type { Band, Range } from '../plot/description';
import { palette } from '../plot/theme';
import type { Series } from '../types';

/** Each phase as bands over the steps that it lasts. */
export function shading(phase: Series | undefined): Band[] {
  if (!phase) return [];
  const colours = palette().phases;
  return [1, 2, 3].map(which => ({
    colour: colours[which]!,
    name: `${PHASES[which]}: ${PHASE_MEANING[which]}`,
    stretches: stretches(phase, which),
  }));
}

/** The stretches of steps in a phase: from the first step in it to the first one after it. */
function stretches(phase: Series, which: number): Range[] {
  const found: Range[] = [];
  phase.step.forEach((step, i) => {
    if (phase.value[i] !== which) return;
    const end = phase.step[i + 1] ?? step;
    const last = found.at(-1);
    if (last?.[1] === step) last[1] = end;
    else found.push([step, end]);
  });
  return found;
}
