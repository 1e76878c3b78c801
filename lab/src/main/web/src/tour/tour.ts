import { fill, h } from '../dom';
import type { PlayView } from '../play/view';
import { STOPS, type Stop } from './script';

/** How long a stop lasts, and how long its sliders move, in milliseconds. */
const STAY = 8500;
const SLIDE = 3500;

/** The guided tour: a card that speaks, and hands on the sliders. */
export class Tour {
  private readonly title = h('h2');
  private readonly text = h('p', { 'aria-live': 'polite' });
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
    { class: 'tour', role: 'dialog', 'aria-label': 'Guided tour', tabindex: -1 },
    this.title,
    this.text,
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
  private timer = 0;
  private frame = 0;
  private looked: Element | null = null;

  constructor(private readonly view: PlayView) {
    this.element.addEventListener('keydown', e => {
      if (e.key === 'Escape') this.end();
    });
  }

  start(): void {
    document.body.append(this.element);
    this.element.focus();
    this.go(0);
  }

  end(): void {
    this.rest();
    this.looked?.classList.remove('looked');
    this.element.remove();
  }

  private rest(): void {
    clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
    this.timer = 0;
  }

  private pause(): void {
    const running = this.timer !== 0;
    this.rest();
    if (!running) this.wait();
    fill(this.hold, running ? 'Go on' : 'Pause');
  }

  private wait(): void {
    if (this.at < STOPS.length - 1) this.timer = window.setTimeout(() => this.go(this.at + 1), STAY);
  }

  private go(at: number): void {
    this.rest();
    const stop = STOPS[Math.max(0, at)];
    if (!stop) {
      this.end();
      return;
    }
    this.at = Math.max(0, at);
    this.say(stop);
    if (stop.preset) this.view.choose(stop.preset);
    if (stop.set) this.view.change(stop.set);
    this.act(stop);
    this.wait();
  }

  private say(stop: Stop): void {
    this.title.textContent = stop.title;
    this.text.textContent = stop.text;
    this.count.textContent = `${this.at + 1} of ${STOPS.length}`;
    fill(this.hold, 'Pause');
    fill(this.next, this.at === STOPS.length - 1 ? 'Done' : 'Next');
    this.looked?.classList.remove('looked');
    this.looked = document.querySelector(stop.look);
    this.looked?.classList.add('looked');
    this.looked?.scrollIntoView({ block: 'nearest' });
  }

  /** Slides settings and walks through steps, smoothly; at once for those who asked for less motion. */
  private act(stop: Stop): void {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const from = Object.fromEntries(Object.keys(stop.slide ?? {}).map(n => [n, this.view.setting(n)]));
    const began = performance.now();
    const tick = () => {
      const t = still ? 1 : Math.min(1, (performance.now() - began) / SLIDE);
      const eased = t * t * (3 - 2 * t);
      if (stop.slide) {
        this.view.change(
          Object.fromEntries(
            Object.entries(stop.slide).map(([n, to]) => {
              const start = from[n] ?? to;
              return [n, Number((start + (to - start) * eased).toPrecision(4))];
            }),
          ),
        );
      }
      if (stop.walk) this.view.goTo(stop.walk[0] + (stop.walk[1] - stop.walk[0]) * t);
      if (t < 1) this.frame = requestAnimationFrame(tick);
    };
    tick();
  }
}
