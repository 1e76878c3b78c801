import type { Value } from '../types';

/** One stop of the tour: what it says, and what it moves meanwhile. */
export interface Stop {
  title: string;
  text: string;
  /** The part of the page it speaks of, as a selector. */
  look: string;
  preset?: string;
  /** Settings to slide to, from where they are. */
  slide?: Record<string, number>;
  /** Settings to set at once, before sliding. */
  set?: Record<string, Value>;
  /** Steps to walk through. */
  walk?: [number, number];
}

/** A minute at the edge of stability. */
export const STOPS: Stop[] = [
  {
    title: 'A learning rate and a limit',
    text:
      'Training takes steps of size η down a loss. Theory says that the steps are stable while the sharpness S, the ' +
      'steepest curvature, stays below 2/η: in the top plot, while ηS is below the dashed line at 2.',
    look: '.timeline',
    preset: 'canonical',
    set: { eta: 1.2 },
  },
  {
    title: 'Small steps stay below it',
    text:
      'With a small η nothing happens: ηS rises a little and settles below 2. The band on the slider of η is the EoS window: ' +
      'the learning rates that carry this start to the edge of stability.',
    look: '.settings',
    slide: { eta: 1.55 },
  },
  {
    title: 'Across the edge',
    text:
      'Now η slides into the window. Sharpness grows by itself (progressive sharpening) until ηS crosses 2, and the ' +
      'theory says that training should blow up.',
    look: '.timeline',
    slide: { eta: 3.2 },
  },
  {
    title: 'It does not blow up',
    text:
      'Past the line, β₁ starts to oscillate and the loss spikes. But the oscillation pushes α down, and with it the ' +
      'sharpness: self-stabilisation. Then it starts over, cycle after cycle.',
    look: '.timeline',
    walk: [0, 1100],
  },
  {
    title: 'The same in space',
    text:
      'Seen in the plane, the run climbs towards the grey curve of solutions, bouncing at the dashed edge. Gradient flow, ' +
      'which takes infinitely small steps, would walk past the edge to a sharper solution.',
    look: '.plane',
    walk: [1100, 6000],
  },
  {
    title: 'Larger steps, flatter solutions',
    text:
      'A larger η has a lower edge, so the run ends at a flatter solution: the learning rate chooses where training ends. ' +
      'Watch the spikes grow as η approaches the end of its window.',
    look: '.settings',
    slide: { eta: 4 },
  },
  {
    title: 'What is proved',
    text:
      'Each claim of the paper is checked on this very run, with its margin and its worst step. Now it is your turn: drag a ' +
      'slider, or the ring in the plane that marks the start.',
    look: '.claimsbox',
    slide: { eta: 3.2 },
  },
];
