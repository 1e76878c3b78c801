import type { Line } from '../plot/description';
import type { Series } from '../types';

/** A line of a run that oscillates as two clouds of dots, its even and its odd steps: an orbit of period two is two lines of one colour each. */
export function parities(line: Line, samples: Series | undefined, odd: string): Line[] {
  if (!samples || line.x.length === 0) return [line];
  return [0, 1].map(parity => {
    const kept = samples.step.map((_, i) => i).filter(i => samples.step[i]! % 2 === parity);
    return {
      name: `${line.name}, ${parity === 0 ? 'even' : 'odd'} steps`,
      colour: parity === 0 ? line.colour : odd,
      x: kept.map(i => samples.step[i]!),
      y: kept.map(i => samples.value[i] ?? null),
      unjoined: true,
    };
  });
}
