import { h } from '../dom';
import { number, whole } from '../format';
import { citation } from './citation';
import { type Knob, type Values, written } from './knob';
import { Reserve, type Shown } from './reserve';
import { Scrub } from './scrub';
import {
  bound,
  clusters,
  type Facts,
  lettered,
  said,
  type Sentence,
  type Token,
  tokens,
  wordsOf,
} from './sentence';
import { symbolElement } from './symbol';

/** Who is told what the reader does with the text. */
export interface Reader {
  moved(name: string, value: number): void;
  /** Points at something in the picture, or at nothing any more. */
  points(name: string | null): void;
}

/** How a fact is written. */
export function factText(value: unknown, digits = 4): string {
  if (typeof value !== 'number') return String(value);
  return (Number.isInteger(value) ? whole(value) : number(value, digits)).replace(/^-/, '−');
}

/** Words, their signs slanted as those are that say what they mean. */
function words(text: string): (Node | string)[] {
  return lettered(bound(text)).map((part, i) => (i % 2 === 1 ? h('i', {}, part) : part));
}

/** Keeps what no blank divides on one line: a browser would break it beside a symbol or a number that is dragged. */
function together(pieces: (Node | string)[]): (Node | string)[] {
  return clusters(pieces)
    .map(cluster =>
      cluster.some(part => part instanceof HTMLElement && part.matches(WHOLE))
        ? h('span', { class: 'together' }, ...cluster)
        : cluster,
    )
    .flat();
}

/** What a line does not break in of itself. */
const WHOLE = '.symbol, .scrub, .fact';

/** Sentences on the page, whose values follow the knobs and the run. */
export class Prose<F extends Facts> {
  private readonly scrubs: Scrub[] = [];
  private readonly facts: { element: HTMLElement; name: string }[] = [];
  private readonly curves: HTMLElement[] = [];
  private readonly shown: Shown<F>[] = [];
  private readonly reserves: Reserve<F>[] = [];

  constructor(
    private readonly knobs: Knob[],
    private readonly digits: Partial<Record<string, number>>,
    private readonly reader: Reader,
  ) {}

  /** The element of a paragraph: as high as the longest that it may say. */
  paragraph(sentences: Sentence<F>[]): HTMLElement {
    const begin = this.shown.length;
    const element = h('p', {}, ...sentences.map(s => this.sentence(s)));
    this.reserves.push(new Reserve(element, this.shown.slice(begin)));
    return element;
  }

  /** The element of a sentence. */
  sentence(sentence: Sentence<F>): HTMLElement {
    const element = h(
      'span',
      { class: sentence.wide ? 'said wide' : 'said' },
      ...together(tokens(wordsOf(sentence)).flatMap(token => this.piece(token))),
      ' ',
    );
    element.hidden = 'claim' in sentence;
    this.shown.push({ element, sentence });
    return element;
  }

  private piece(token: Token): Node | string | (Node | string)[] {
    switch (token.kind) {
      case 'text':
        return words(token.text);
      case 'symbol':
        return symbolElement(token.text);
      case 'value':
        return this.value(token.name);
      case 'curve':
        return this.curve(token.text, token.name);
      case 'cite':
        return citation(token.name);
    }
  }

  private curve(text: string, name: string): HTMLElement {
    const element = h(
      'span',
      {
        class: 'curve',
        'data-curve': name,
        onpointerenter: () => this.reader.points(name),
        onpointerleave: () => this.reader.points(null),
        onfocus: () => this.reader.points(name),
        onblur: () => this.reader.points(null),
        // Under a finger, which is gone at once, it stands out until the next touch.
        onclick: () => {
          this.reader.points(name);
          addEventListener('pointerdown', () => this.reader.points(null), { once: true });
        },
      },
      ...words(text),
    );
    this.curves.push(element);
    return element;
  }

  private value(name: string): HTMLElement {
    const knob = this.knobs.find(k => k.name === name);
    if (knob) {
      const scrub = new Scrub(knob, value => this.reader.moved(name, value));
      this.scrubs.push(scrub);
      return scrub.element;
    }
    const element = h('span', { class: 'fact' });
    this.facts.push({ element, name });
    return element;
  }

  /** Follows the knobs at once. */
  turn(values: Values): void {
    for (const scrub of this.scrubs) scrub.show(values[scrub.knob.name]!);
  }

  /** Says what is so of a run. */
  say(facts: F): void {
    for (const { element, sentence } of this.shown) element.hidden = !said(sentence, facts);
    for (const { element, name } of this.facts) element.textContent = this.text(facts, name);
    for (const reserve of this.reserves) reserve.begin();
  }

  /** Gives what is drawn in the picture its colour in the text; what is not drawn there is text like the rest. */
  dress(colour: (name: string) => string | null): void {
    for (const element of this.curves) {
      const drawn = colour(element.dataset.curve!);
      element.classList.toggle('absent', drawn === null);
      element.style.borderBottomColor = drawn ?? '';
    }
  }

  /** A value that a sentence names. */
  text(facts: F, name: string): string {
    const value = (facts as Record<string, unknown>)[name];
    const knob = this.knobs.find(k => k.name === name);
    return knob ? written(knob, value as number) : factText(value, this.digits[name]);
  }
}
