import { h } from '../dom';

/** Shows a chapter with one of its paragraphs at a time, large, for a projector; keys go on and back, Escape ends it. */
export class Present {
  private readonly count = h('span', { class: 'count', 'aria-live': 'polite' });
  /** The chapter on the screen, and which of its paragraphs; −1 for none. */
  private at = -1;
  private paragraph = 0;
  readonly bar = h(
    'div',
    { class: 'presentbar', hidden: true },
    h('button', { type: 'button', class: 'quiet', onclick: () => this.step(-1) }, '← Back'),
    this.count,
    h('button', { type: 'button', class: 'quiet', onclick: () => this.step(1) }, 'Next →'),
    h('button', { type: 'button', class: 'quiet', onclick: () => this.end() }, 'End (Esc)'),
  );
  readonly button = h('button', { type: 'button', class: 'quiet', onclick: () => this.begin() }, 'Present');

  constructor(
    private readonly root: HTMLElement,
    private readonly chapters: HTMLElement[],
  ) {
    document.addEventListener('keydown', e => this.press(e));
  }

  get on(): boolean {
    return this.at >= 0;
  }

  end(): void {
    if (!this.on) return;
    const last = this.chapters[this.at]!;
    this.at = -1;
    this.dress();
    last.scrollIntoView();
    this.button.focus({ preventScroll: true });
  }

  private begin(): void {
    this.go(this.nearest());
    this.bar.querySelectorAll('button')[1]!.focus();
  }

  /** The next paragraph, or the one before; past the last of a chapter the next chapter's first. */
  private step(way: number): void {
    const to = this.paragraph + way;
    if (to >= 0 && to < this.paragraphs(this.at).length) this.go(this.at, to);
    else if (this.chapters[this.at + way])
      this.go(this.at + way, way > 0 ? 0 : this.paragraphs(this.at + way).length - 1);
  }

  private go(chapter: number, paragraph = 0): void {
    const began = chapter !== this.at;
    this.at = chapter;
    this.paragraph = Math.max(0, paragraph);
    this.dress();
    const parts = this.paragraphs(this.at).length;
    this.count.textContent = `${this.at + 1} of ${this.chapters.length}, ${this.paragraph + 1} of ${parts}`;
    if (began) scrollTo(0, 0);
  }

  /** The paragraphs, examples and questions of a chapter that say something of the run on the screen. */
  private paragraphs(chapter: number): Element[] {
    return [
      ...this.chapters[chapter]!.querySelectorAll('.prose > p, .prose > .exhibit, .prose > .quiz'),
    ].filter(p => !p.matches('[hidden]') && p.querySelector('.said:not([hidden])') !== null);
  }

  private dress(): void {
    this.root.classList.toggle('presenting', this.on);
    document.documentElement.classList.toggle('projected', this.on);
    this.bar.hidden = !this.on;
    this.chapters.forEach((chapter, i) => chapter.classList.toggle('current', i === this.at));
    for (const one of this.root.querySelectorAll('.now')) one.classList.remove('now');
    if (this.on) this.paragraphs(this.at)[this.paragraph]?.classList.add('now');
  }

  /** The chapter that is on the screen. */
  private nearest(): number {
    const middle = innerHeight / 2;
    const below = this.chapters.findIndex(chapter => chapter.getBoundingClientRect().bottom > middle);
    return below < 0 ? this.chapters.length - 1 : below;
  }

  private press(e: KeyboardEvent): void {
    if (!this.on || !this.root.isConnected || e.defaultPrevented) return;
    // What is on a slider moves the slider.
    const held = e.target instanceof Element && e.target.matches('input, [role=slider]');
    const way = WAYS[e.key];
    if (e.key === 'Escape') this.end();
    else if (way !== undefined && !(held && e.key.startsWith('Arrow'))) {
      e.preventDefault();
      this.step(way);
    }
  }
}

const WAYS: Record<string, number> = { ArrowRight: 1, PageDown: 1, n: 1, ArrowLeft: -1, PageUp: -1, p: -1 };
