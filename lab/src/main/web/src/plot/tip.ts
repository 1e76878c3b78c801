import { fill, h } from '../dom';
import { number } from '../format';
import type { Line, LinePlot } from './description';
import { swatch } from './legend';

/** The values of all lines where the pointer is, beside it. */
export class Tip {
  readonly element = h('div', { class: 'tip', hidden: true });

  /** Shows the readings nearest to `x` beside a place in a box of that width. */
  show(plot: LinePlot, x: number, left: number, top: number, width: number): void {
    const lines = plot.panels.flatMap(p => p.lines).filter(line => line.x.length > 0);
    fill(
      this.element,
      h('b', {}, `${plot.x.title} ${number(Math.round(x), 9)}`),
      ...lines.map(line =>
        h(
          'div',
          {},
          swatch(line),
          h('span', {}, line.name),
          h('span', { class: 'num' }, number(nearest(line, x))),
        ),
      ),
    );
    const right = left > width / 2;
    this.element.style.transform = `translate(${left + (right ? -14 : 14)}px, ${top}px) translate(${right ? -100 : 0}%, -50%)`;
    this.element.hidden = false;
  }

  hide(): void {
    this.element.hidden = true;
  }
}

/** The reading of a line nearest to x. */
function nearest(line: Line, x: number): number | null {
  let low = 0;
  let high = line.x.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (line.x[middle]! <= x) low = middle;
    else high = middle;
  }
  const i = x - line.x[low]! <= line.x[high]! - x ? low : high;
  return line.y[i] ?? null;
}
