import { h } from '../dom';
import { type Knob, pressed, snapped, written } from './knob';

/** Pixels over which a drag takes a knob from one end to the other. */
const TRAVEL = 200;

/** A number in the text that is dragged, or moved by the arrow keys. */
export class Scrub {
  readonly element: HTMLElement;
  private value: number;

  constructor(
    readonly knob: Knob,
    private readonly moved: (value: number) => void,
  ) {
    this.value = knob.start;
    this.element = h('span', {
      class: 'scrub',
      role: 'slider',
      tabindex: 0,
      'aria-label': `${knob.symbol}, ${knob.words}`,
      'aria-valuemin': knob.low,
      'aria-valuemax': knob.high,
      title: 'drag, or use the arrow keys',
      onpointerdown: (e: PointerEvent) => this.grab(e),
      onkeydown: (e: KeyboardEvent) => this.press(e),
    });
    this.show(knob.start);
  }

  show(value: number): void {
    this.value = value;
    const text = written(this.knob, value);
    if (this.element.textContent === text) return;
    this.element.textContent = text;
    this.element.setAttribute('aria-valuenow', String(value));
    this.element.setAttribute('aria-valuetext', `${this.knob.symbol} = ${text}`);
  }

  private press(e: KeyboardEvent): void {
    const value = pressed(this.knob, this.value, e.key);
    if (value === null) return;
    e.preventDefault();
    this.moved(value);
  }

  private grab(down: PointerEvent): void {
    down.preventDefault();
    this.element.focus({ preventScroll: true });
    this.element.setPointerCapture(down.pointerId);
    const from = this.value;
    const perPixel = (this.knob.high - this.knob.low) / TRAVEL;
    const move = (e: PointerEvent) =>
      this.moved(snapped(this.knob, from + (e.clientX - down.clientX) * perPixel));
    const end = () => {
      this.element.removeEventListener('pointermove', move);
      this.element.removeEventListener('pointerup', end);
      this.element.removeEventListener('pointercancel', end);
    };
    this.element.addEventListener('pointermove', move);
    this.element.addEventListener('pointerup', end);
    this.element.addEventListener('pointercancel', end);
  }
}
