import type { Range } from './description';

/** A finger that moves less than this picks a place, in pixels. */
const STILL = 8;

interface Drag {
  /** Where the finger went, in pixels of the window; null when it has left. */
  drawn: (stretch: Range | null) => void;
  /** It was lifted after a way. */
  ended: (stretch: Range) => void;
}

/** Has a finger that is dragged across an element mark a stretch of it, as the mouse does; up and down it moves the page. */
export function dragsAcross(element: HTMLElement, { drawn, ended }: Drag): void {
  element.style.touchAction = 'pan-y';
  let from: number | null = null;
  const stretch = (e: PointerEvent): Range | null => {
    if (from === null || Math.abs(e.clientX - from) < STILL) return null;
    return [Math.min(from, e.clientX), Math.max(from, e.clientX)];
  };
  element.addEventListener('pointerdown', e => {
    if (e.pointerType !== 'touch' || !e.isPrimary) return;
    from = e.clientX;
    element.setPointerCapture(e.pointerId);
  });
  element.addEventListener('pointermove', e => {
    if (from !== null) drawn(stretch(e));
  });
  element.addEventListener('pointerup', e => {
    const marked = stretch(e);
    from = null;
    drawn(null);
    if (marked) ended(marked);
  });
  element.addEventListener('pointercancel', () => {
    from = null;
    drawn(null);
  });
}
