import type { Value } from '../types';
import stops from './stops.json';

/** One stop of the tour: what it says, and what it moves meanwhile. */
export interface Stop {
  title: string;
  /** Sentence by sentence: of each that states something a test computes it. */
  text: string[];
  /** The part of the page it speaks of, as a selector. */
  look: string;
  preset?: string;
  /** Settings to slide to, from where they are. */
  slide?: Record<string, number>;
  /** Settings to set at once, before sliding. */
  set?: Record<string, Value>;
  /** Steps to walk through. */
  walk?: number[];
}

/** A minute at the edge of stability. */
export const STOPS: Stop[] = stops;

/** Where the card stands so that it covers neither what a stop speaks of nor what it moves. */
export function side({ look }: Stop): 'left' | 'right' | 'below' {
  if (look === '.settings') return 'right';
  return look === '.timeline' ? 'left' : 'below';
}
