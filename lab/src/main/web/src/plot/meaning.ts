import type { Palette } from './theme';

/**
 * What a colour stands for, the same in the story, in Play and in Watch: a run, the edge, gradient flow, odd steps, the constrained trajectory, what the quiet
 * feature does, the loss, and what is measured besides.
 */
export type Meaning = 'run' | 'edge' | 'flow' | 'odd' | 'constrained' | 'quiet' | 'loss' | 'other';

/** Its place among the colours of series; the loss is as dark as the text. */
const PLACES: Record<Exclude<Meaning, 'loss'>, number> = {
  run: 0,
  edge: 1,
  flow: 2,
  constrained: 3,
  odd: 4,
  quiet: 6,
  other: 7,
};

/** The colour that stands for something. */
export function colourFor({ series, text }: Palette, meaning: Meaning): string {
  return meaning === 'loss' ? text : series[PLACES[meaning]]!;
}
