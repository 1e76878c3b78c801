import type { LinePlot, Range } from './description';
import { across } from './ranges';

/**
 * The stretch of x that a key asks for: null for all of it, undefined for a key that has no such meaning. Zooming in is about the
 * mark, if that is on the screen; nothing goes beyond the ends.
 */
export function keyed({ x, panels }: LinePlot, key: string, mark: number | null): Range | null | undefined {
  const [low, high] = x.range;
  const span = high - low;
  if (key === '0') return null;
  if (key === '+' || key === '=') {
    const middle = mark !== null && mark > low && mark < high ? mark : (low + high) / 2;
    return x.whole && span <= 2 ? undefined : moved([low, high], middle - (low + high) / 2, span / 2);
  }
  const last = x.last ?? across(panels.flatMap(p => p.lines).filter(line => line.x.length > 0))[1];
  if (key === '-') {
    const wider = moved(x.range, 0, 2 * span);
    return wider[0] <= 0 && wider[1] >= last ? null : [Math.max(0, wider[0]), wider[1]];
  }
  const by = { ArrowLeft: -span / 4, ArrowRight: span / 4 }[key];
  if (by === undefined) return undefined;
  const shift = Math.max(-low, Math.min(by, Math.max(0, last - high)));
  return shift === 0 ? undefined : moved(x.range, shift, span);
}

function moved([low, high]: Range, by: number, span: number): Range {
  const middle = (low + high) / 2 + by;
  return [middle - span / 2, middle + span / 2];
}
