import { h } from '../dom';
import { Chart } from '../plot/chart';
import type { LinePlot } from '../plot/description';

const MARGINS = { left: 30, right: 8, top: 6, bottom: 4 };

/** ηS alone, small, above the sliders: on a screen too narrow for plots and sliders side by side it stays in sight while they move. */
export class Strip {
  private readonly chart = new Chart(MARGINS, { cursor: { show: false } }, () => {});
  private readonly line = h('div', { class: 'said' });
  /** Who cannot see it has the result spoken. */
  readonly element = h('div', { class: 'strip', 'aria-hidden': true }, this.line, this.chart.element);

  /** Shows the first panel of a timeline, with what became of the run. */
  draw({ x, panels }: LinePlot, result: string): void {
    this.line.textContent = result;
    const sharpness = panels[0];
    if (sharpness)
      this.chart.draw(
        { ...sharpness, lines: sharpness.lines.filter(line => line.name.startsWith(SHARPNESS)) },
        x,
      );
  }
}

const SHARPNESS = 'ηS';
