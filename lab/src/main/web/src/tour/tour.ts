import { fill, h } from '../dom';
import type { PlayView } from '../play/view';
import { before, Clock, slid, walked } from './motion';
import { side, STOPS, type Stop } from './script';

/** How long a stop lasts, and how long its sliders move, in milliseconds. */
const STAY = 8500;
const SLIDE = 3500;

/** The guided tour: a card that speaks, and hands on the sliders. */
export class Tour {
  private readonly title = h('h2');
  /** Which part of the page this is, and the way back to where it was begun. */
  private readonly where = h(
    'p',
    { class: 'where' },
    'Tour: this is Play, where every setting can be moved.',
  );
  private readonly text = h('p');
  private readonly count = h('span', { class: 'num' });
  private readonly hold = h(
    'button',
    { type: 'button', class: 'quiet', onclick: () => this.pause() },
    'Pause',
  );
  private readonly next = h(
    'button',
    { type: 'button', class: 'primary', onclick: () => this.go(this.at + 1) },
    'Next',
  );
  readonly element = h(
    'section',
    { class: 'tour', 'aria-label': 'Guided tour of Play', tabindex: -1 },
    this.where,
    h('div', { 'aria-live': 'polite' }, this.title, this.text),
    h(
      'div',
      { class: 'row' },
      this.count,
      this.hold,
      h('button', { type: 'button', class: 'quiet', onclick: () => this.go(this.at - 1) }, 'Back'),
      this.next,
      h('button', { type: 'button', class: 'quiet', onclick: () => this.end() }, 'End'),
    ),
  );
  private at = -1;
  private frame = 0;
  private clock = new Clock();
  private paused = false;
  /** Where the settings were that slide, and how far they are. */
  private from: Record<string, number> = {};
  private done = 0;
  private looked: Element | null = null;

  /** `back` gets the keyboard when it is over; `from` is what was on the screen before, where that was not Play. */
  constructor(
    private readonly view: PlayView,
    private readonly back: HTMLElement,
    from: { title: string; address: string } | null,
  ) {
    if (from) this.where.append(' ', h('a', { href: from.address }, `Back to ${from.title}`));
    this.element.addEventListener('keydown', e => {
      if (e.key === 'Escape') this.end();
    });
  }

  start(): void {
    document.body.append(this.element);
    document.body.classList.add('touring');
    this.element.focus();
    this.go(0);
  }

  end(): void {
    cancelAnimationFrame(this.frame);
    this.looked?.classList.remove('looked');
    const here = this.element.contains(document.activeElement);
    this.element.remove();
    document.body.classList.remove('touring');
    if (here) this.back.focus();
  }

  /** Stops where it is, or goes on from there. */
  private pause(): void {
    this.paused = !this.paused;
    fill(this.hold, this.paused ? 'Go on' : 'Pause');
    cancelAnimationFrame(this.frame);
    if (this.paused) this.clock.hold();
    else this.move();
  }

  private go(at: number): void {
    cancelAnimationFrame(this.frame);
    const stop = STOPS[Math.max(0, at)];
    if (!stop) {
      this.end();
      return;
    }
    this.at = Math.max(0, at);
    this.paused = false;
    this.say(stop);
    if (stop.preset) this.view.choose(stop.preset);
    this.view.change(before(STOPS, this.at));
    this.from = Object.fromEntries(Object.keys(stop.slide ?? {}).map(n => [n, this.view.setting(n)]));
    this.clock = new Clock();
    this.done = 0;
    this.move();
  }

  private say(stop: Stop): void {
    this.title.textContent = stop.title;
    this.text.textContent = stop.text.join(' ');
    this.count.textContent = `${this.at + 1} of ${STOPS.length}`;
    this.element.dataset.side = side(stop);
    fill(this.hold, 'Pause');
    fill(this.next, this.at === STOPS.length - 1 ? 'Done' : 'Next');
    this.looked?.classList.remove('looked');
    this.looked = document.querySelector(stop.look);
    this.looked?.classList.add('looked');
    this.looked?.scrollIntoView({ block: 'nearest' });
  }

  /** Slides settings and walks through steps, smoothly; at once for those who asked for less motion. Then the next stop. */
  private move(): void {
    const now = performance.now();
    const stop = STOPS[this.at]!;
    const past = this.clock.at(now);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const done = still ? 1 : Math.min(1, past / SLIDE);
    if (this.done < 1) this.act(stop, done);
    this.done = done;
    if (past < STAY) this.frame = requestAnimationFrame(() => this.move());
    else if (this.at < STOPS.length - 1) this.go(this.at + 1);
  }

  private act(stop: Stop, done: number): void {
    if (stop.slide) this.view.change(slid(this.from, stop.slide, done));
    const step = walked(stop, done);
    if (step !== null) this.view.goTo(step);
  }
}
