import { fill, h, icon } from '../dom';
import { whole } from '../format';

const PLAY = 'M4 2.5v11l9-5.5z';
const PAUSE = 'M4 2.500h3v11H4zM9 2.500h3v11H9z';
const BACK = 'M11 3v10L5 8zM3 3h1.500v10H3z';
const FORWARD = 'M5 3v10l6-5zM11.500 3H13v10h-1.500z';

/** A whole run plays in this many seconds. */
const SECONDS = 12;

/** Steps through time: play, pause, one step, and a slider over all of them. */
export class Transport {
  private readonly toggle = h('button', { type: 'button', class: 'round', onclick: () => this.flip() });
  private readonly slider = h('input', {
    type: 'range',
    min: 0,
    max: 1,
    'aria-label': 'step',
    oninput: () => {
      this.pause();
      this.goTo(Number(this.slider.value));
    },
  });
  private readonly label = h('output', { class: 'num' });
  readonly element = h(
    'div',
    { class: 'transport', role: 'group', 'aria-label': 'Time' },
    this.button(BACK, 'one step back', -1),
    this.toggle,
    this.button(FORWARD, 'one step on', 1),
    this.slider,
    this.label,
  );
  private step = 0;
  private last = 1;
  private timer = 0;

  constructor(private readonly goTo: (step: number) => void) {
    this.dress();
  }

  show(step: number, last: number): void {
    this.step = step;
    this.last = last;
    this.slider.max = String(last);
    this.slider.value = String(step);
    this.label.textContent = `step ${whole(step)} of ${whole(last)}`;
  }

  pause(): void {
    cancelAnimationFrame(this.timer);
    this.timer = 0;
    this.dress();
  }

  private flip(): void {
    if (this.timer) {
      this.pause();
      return;
    }
    if (this.step >= this.last) this.goTo(0);
    let before = performance.now();
    let at = this.step;
    const tick = (now: number) => {
      at += ((now - before) / 1000) * (this.last / SECONDS);
      before = now;
      this.goTo(at);
      this.timer = at < this.last ? requestAnimationFrame(tick) : 0;
      if (!this.timer) this.dress();
    };
    this.timer = requestAnimationFrame(tick);
    this.dress();
  }

  private button(path: string, label: string, by: number): HTMLElement {
    return h(
      'button',
      {
        type: 'button',
        class: 'round small',
        'aria-label': label,
        title: label,
        onclick: () => {
          this.pause();
          this.goTo(this.step + by);
        },
      },
      icon(path),
    );
  }

  private dress(): void {
    const label = this.timer ? 'pause' : 'play';
    this.toggle.setAttribute('aria-label', label);
    this.toggle.title = label;
    fill(this.toggle, icon(this.timer ? PAUSE : PLAY));
  }
}
