import type { Data } from 'plotly.js';
import { palette } from '../plot/theme';
import type { Series } from '../types';

/** Each phase as filled strips over the steps that it lasts, on an axis of its own from 0 to 1. */
export function shading(phase: Series | undefined, yaxis: string): Data[] {
  if (!phase) return [];
  const colours = palette().phases;
  return [1, 2, 3].map(which => {
    const x: (number | null)[] = [];
    const y: (number | null)[] = [];
    for (const [from, to] of stretches(phase, which)) {
      x.push(from, from, to, to, null);
      y.push(0, 1, 1, 0, null);
    }
    return {
      type: 'scatter',
      mode: 'lines',
      x,
      y,
      yaxis,
      line: { width: 0 },
      fill: 'tozeroy',
      fillcolor: colours[which],
      hoverinfo: 'skip',
    } as Data;
  });
}

/** The stretches of steps in a phase: from the first step in it to the first one after it. */
function stretches(phase: Series, which: number): [number, number][] {
  const found: [number, number][] = [];
  phase.step.forEach((step, i) => {
    if (phase.value[i] !== which) return;
    const end = phase.step[i + 1] ?? step;
    const last = found.at(-1);
    if (last?.[1] === step) last[1] = end;
    else found.push([step, end]);
  });
  return found;
}
