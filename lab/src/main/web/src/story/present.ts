import { h } from '../dom';

/** Shows one chapter at a time, large, for a projector; keys go on and back, Escape ends it. */
export class Present {
  private readonly count = h('span', { class: 'count', 'aria-live': 'polite' });
  private at = -1;
  readonly bar = h(
    'div',
    { class: 'presentbar', hidden: true },
    h('button', { type: 'button', class: 'quiet', onclick: () => this.go(this.at - 1) }, '← Back'),
    this.count,
    h('button', { type: 'button', class: 'quiet', onclick: () => this.go(this.at + 1) }, 'Next →'),
    h('button', { type: 'button', class: 'quiet', onclick: () => this.end() }, 'End (Esc)'),
  );
  readonly button = h(
    'button',
    { type: 'button', class: 'quiet', onclick: () => this.go(this.nearest()) },
    'Present',
  );

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

  private go(to: number): void {
    const began = !this.on;
    this.at = Math.max(0, Math.min(this.chapters.length - 1, to));
    this.dress();
    this.count.textContent = `${this.at + 1} of ${this.chapters.length}`;
    scrollTo(0, 0);
    if (began) this.bar.querySelectorAll('button')[1]!.focus();
  }

  private dress(): void {
    this.root.classList.toggle('presenting', this.on);
    document.documentElement.classList.toggle('projected', this.on);
    this.bar.hidden = !this.on;
    this.chapters.forEach((chapter, i) => chapter.classList.toggle('current', i === this.at));
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
      this.go(this.at + way);
    }
  }
}

const WAYS: Record<string, number> = { ArrowRight: 1, PageDown: 1, n: 1, ArrowLeft: -1, PageUp: -1, p: -1 };
