import uPlot from 'uplot';
import { h } from '../../dom';
import { FONT } from '../../plot/figure';
import { palette } from '../../plot/theme';
import { logTexts, logTicks, ticks, tickText } from '../../plot/ticks';
import { paint } from './paint';
import type { Axis, Panel } from './scene';

/** The room around the area with the marks, in the sizes of its letters; below it, with a title there and without. */
const LEFT = 4;
const TOP = 2.4;
const RIGHT = 1.8;
const BOTTOM = 3;
const LOW = 1.7;

/** One panel on a canvas, as large as its element: uPlot has the axes, {@link paint} the marks. */
export class Plot {
  readonly element = h('div', { class: 'view-panel', role: 'img' });
  private plot: uPlot | null = null;
  private panel: Panel | null = null;
  private lit: string | null = null;
  private kind = '';
  /** The size of its letters, in pixels. */
  private em = 13;

  private readonly observer = new ResizeObserver(() => this.fit());

  constructor() {
    this.observer.observe(this.element);
  }

  remove(): void {
    this.observer.disconnect();
    this.plot?.destroy();
    this.element.remove();
  }

  draw(panel: Panel): void {
    this.panel = panel;
    if (this.element.getAttribute('aria-label') !== panel.name)
      this.element.setAttribute('aria-label', panel.name);
    const kind = JSON.stringify([panel.x, panel.y].map(axis => [axis.log ?? false, axis.bare ?? false]));
    if (this.plot && kind === this.kind) this.plot.setData(this.data(panel));
    else this.build(panel);
    this.kind = kind;
  }

  /** Has one of the named marks stand out, or none. */
  light(name: string | null): void {
    this.lit = name;
    this.plot?.redraw();
  }

  private data(panel: Panel): uPlot.AlignedData {
    return [panel.x.range, [null, null]];
  }

  private fit(): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    if (!this.panel || width === 0 || height === 0) return;
    if (this.plot && this.letters() === this.em) this.plot.setSize({ width, height });
    else this.build(this.panel);
  }

  private letters(): number {
    return parseFloat(getComputedStyle(this.element).fontSize);
  }

  private build(panel: Panel): void {
    this.em = this.letters();
    const em = this.em;
    const { clientWidth: width, clientHeight: height } = this.element;
    this.plot?.destroy();
    this.plot = null;
    if (width === 0 || height === 0) return;
    const now = () => this.panel!;
    this.plot = new uPlot(
      {
        width,
        height,
        padding: [TOP * em, RIGHT * em, 0, 0],
        legend: { show: false },
        cursor: { show: false },
        scales: {
          x: { time: false, distr: panel.x.log ? 3 : 1, range: () => now().x.range },
          y: { distr: panel.y.log ? 3 : 1, range: () => now().y.range },
        },
        axes: [
          axis(panel.x, em, panel.x.title ? BOTTOM : LOW, 4.4),
          axis(panel.y, em, panel.y.bare ? 1 : LEFT, 2.8),
        ],
        series: [{}, {}],
        hooks: { draw: [plot => this.paint(plot)] },
      },
      this.data(panel),
      this.element,
    );
  }

  private paint(plot: uPlot): void {
    const panel = this.panel!;
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    const ground = {
      ctx,
      box: bbox,
      ratio: devicePixelRatio,
      em: this.em * devicePixelRatio,
      x: to(panel.x, bbox.left, bbox.width),
      y: to(panel.y, bbox.top + bbox.height, -bbox.height),
    };
    paint(ground, panel.marks, this.lit);
    ctx.restore();
    titles(plot, panel, this.em * devicePixelRatio);
  }
}

/** From values along an axis to pixels. */
function to({ range: [low, high], log }: Axis, from: number, length: number): (value: number) => number {
  if (!log) return value => from + ((value - low) / (high - low)) * length;
  const [a, b] = [Math.log10(low), Math.log10(high)];
  return value => (value > 0 ? from + ((Math.log10(value) - a) / (b - a)) * length : NaN);
}

/** What is drawn along the axes: upwards above the axis, across below its end. */
function titles({ ctx, bbox }: uPlot, panel: Panel, em: number): void {
  ctx.save();
  ctx.font = `${em}px ${FONT}`;
  ctx.fillStyle = palette().text;
  ctx.textBaseline = 'alphabetic';
  ctx.textAlign = 'left';
  ctx.fillText(panel.y.title, 0.2 * em, 1.2 * em);
  ctx.textAlign = 'right';
  ctx.fillText(panel.x.title, bbox.left + bbox.width, bbox.top + bbox.height + (BOTTOM - 0.3) * em);
  ctx.restore();
}

function axis({ log, bare }: Axis, em: number, size: number, space: number): uPlot.Axis {
  return {
    size: size * em,
    gap: 5,
    // Whole pixels: uPlot makes only the digits before `px` larger where a pixel of the screen is several.
    font: `${Math.round(0.92 * em)}px ${FONT}`,
    stroke: () => palette().muted,
    grid: { show: !bare, stroke: () => palette().grid, width: 1 },
    ticks: { show: false },
    incrs: (_plot, _axis, low, high) => [Math.max(5, high - low)],
    splits: (plot, i, low, high) => {
      const length = (i === 0 ? plot.bbox.width : plot.bbox.height) / devicePixelRatio;
      return log ? logTicks(low, high) : ticks(low, high, Math.max(2, Math.floor(length / (space * em))));
    },
    filter: (_plot, splits) => splits,
    values: (_plot, splits) => (bare ? splits.map(() => '') : log ? logTexts(splits) : splits.map(tickText)),
  };
}
