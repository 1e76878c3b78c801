import type { Cell, Gallery } from '../../gallery';
import type { Network } from './run';

/** The examples that a step pulls apart, and what the next step does: those that rise in the first are framed in both. */
export function gallery({ opposing, reading }: Network): Gallery | null {
  if (!opposing) return null;
  const { groups, examples } = opposing;
  const look = (place: number): Cell['look'] =>
    groups.risen.includes(place) ? 'framed' : groups.fallen.includes(place) ? 'plain' : 'new';
  const row = (words: string, places: number[]) => ({
    words,
    cells: places.map(place => ({ place, look: look(place) })),
  });
  return {
    ...examples,
    moments: [
      {
        title: `Step ${reading} to ${reading + 1}`,
        rows: [row('loss rises most', groups.risen), row('loss falls most', groups.fallen)],
      },
      {
        title: `Step ${reading + 1} to ${reading + 2}`,
        rows: [row('loss rises most', groups.nextRisen), row('loss falls most', groups.nextFallen)],
      },
    ],
  };
}
