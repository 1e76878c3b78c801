import type { Facts, Sentence } from './sentence';

/** A sentence on the page. */
export interface Shown<F extends Facts> {
  element: HTMLElement;
  sentence: Sentence<F>;
}

/** What a paragraph may say at once: what is always said and what may be said beside it, with each of the alternatives. */
export function variants<F extends Facts, S extends { sentence: Sentence<F> }>(sentences: S[]): S[][] {
  const alternative = ({ sentence }: S) =>
    'claim' in sentence && sentence.when !== undefined && !sentence.beside;
  const common = sentences.filter(one => !alternative(one));
  const others = sentences.filter(alternative);
  return others.length === 0
    ? [common]
    : others.map(one => sentences.filter(s => s === one || common.includes(s)));
}

/** Keeps as much room for a paragraph as the longest that it may say takes, so that nothing below it moves with the knobs. */
export class Reserve<F extends Facts> {
  private readonly observer = new ResizeObserver(() => this.keep());
  private width = '';
  private ready = false;

  constructor(
    private readonly paragraph: HTMLElement,
    private readonly sentences: Shown<F>[],
  ) {
    this.observer.observe(paragraph);
  }

  /** The numbers are there: what it may say has its length. */
  begin(): void {
    if (this.ready) return;
    this.ready = true;
    this.keep();
  }

  /** Makes room anew where the lines are of another length. */
  private keep(): void {
    const { paragraph, sentences } = this;
    const width = `${paragraph.clientWidth} ${getComputedStyle(paragraph).fontSize}`;
    if (!this.ready || paragraph.clientWidth === 0 || width === this.width) return;
    this.width = width;
    const now = sentences.map(({ element }) => element.hidden);
    paragraph.style.minHeight = '';
    // Numbers may be longer than they are now.
    paragraph.classList.add('measured');
    const heights = variants<F, Shown<F>>(sentences).map(variant => {
      for (const one of sentences) one.element.hidden = !variant.includes(one);
      return paragraph.getBoundingClientRect().height;
    });
    paragraph.classList.remove('measured');
    sentences.forEach(({ element }, i) => (element.hidden = now[i]!));
    paragraph.style.minHeight = `${Math.ceil(Math.max(...heights))}px`;
  }
}
