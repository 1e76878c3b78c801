import type { Ask, Experiment } from './ask';
import type { Knob, Values } from './knob';
import type { Formula } from './formula';
import type { Gallery } from './gallery';
import type { Scene } from './picture/scene';
import type { Claim, Facts, Plain, Sentence } from './sentence';

/** Something for the reader to find by moving a knob. */
export interface Question<F extends Facts> {
  ask: Plain;
  /** Whether there is an answer in what is told of at all; there is, where this is not given. */
  when?: (facts: F) => boolean;
  /** Whether the run on the screen answers it. */
  found: (facts: F) => boolean;
  /** What is said once it is found. */
  answer: Claim<F>;
}

/** A run that can be opened in Play, at a step. */
export interface Played {
  experiment: Experiment;
  step?: number;
}

/** A chapter of the story: a text, the numbers in it that can be moved, and a picture that they change. */
export interface Chapter<F extends Facts = Facts> {
  id: string;
  title: string;
  /** A word or two for it, in the line of all chapters. */
  short: string;
  /** The whole of it in a sentence, larger than the text. */
  lead?: Plain;
  knobs: Knob[];
  /** What the engine makes of the knobs. */
  compute(ask: Ask, values: Values): Promise<F>;
  /** As much of it as follows a hand that moves, where all of it would not; the rest is computing meanwhile. */
  quickly?(ask: Ask, values: Values): Promise<F>;
  /** Paragraphs of sentences. */
  text: Sentence<F>[][];
  /** Formulas between them, those that carry the argument. */
  formulas?: Formula<F>[];
  questions: Question<F>[];
  /** How the picture is to be read. */
  caption: Plain[];
  /** What came out, in one line. */
  result: Claim<F>[];
  draw(facts: F): Scene;
  /** The run that the chapter is about, where everything in it can be changed; a recorded one is not there. */
  played?(values: Values): Played;
  /** Examples that stand below a paragraph, and what is said of them. */
  gallery?: { after: number; of(facts: F): Gallery | null; caption: Sentence<F>[] };
  /** Places of the knobs that its tests look at besides those all over their ranges: where a sentence is said only there. */
  tried?: Values[];
  /** How facts are written that are not plain numbers of four digits. */
  digits?: Partial<Record<keyof F & string, number>>;
}

/** All sentences of a chapter. */
export function sentences<F extends Facts>(chapter: Chapter<F>): Sentence<F>[] {
  return [
    ...(chapter.lead ? [chapter.lead] : []),
    ...chapter.text.flat(),
    ...chapter.caption,
    ...chapter.questions.flatMap(question => [question.ask, question.answer]),
    ...chapter.result,
    ...(chapter.gallery?.caption ?? []),
  ];
}
