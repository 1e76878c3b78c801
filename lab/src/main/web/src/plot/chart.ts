import uPlot from 'uplot';
import { h } from '../dom';
import type { LinePlot, Panel, Range } from './description';
import { FONT } from './figure';
import { DASHES, dashes, path, shade } from './paint';
import { Visibility } from './visibility';
import { palette } from './theme';
import { logTexts, logTicks, ticks, tickText } from './ticks';

/** The room around the area with the lines, in pixels. */
export interface Margins {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const UNIT: Range = [0, 1];

/** Less room than this has no labels. */
const LABELS = 16;

const LOG: uPlot.Axis = {
  splits: (plot, _axis, low, high) =>
    logTicks(low, high, Math.max(1, plot.bbox.height / devicePixelRatio / LABELS)),
  values: (_plot, splits) => logTexts(splits),
};

/** Below this width the numbers of x are closer, in pixels. */
const NARROW = 400;

/** What uPlot is to do with the pointer. */
export type Interaction = Pick<uPlot.Options, 'cursor' | 'hooks'>;

/** One panel on a canvas, as large as its element. */
export class Chart {
  readonly element = h('div', { class: 'chart' });
  private plot: uPlot | null = null;
  private panel: Panel | null = null;
  private x: LinePlot['x'] = { title: '', range: [0, 1] };
  /** What is on the canvas: the panel and x, but for those that wait until they are in sight. */
  private painted: { panel: Panel; x: LinePlot['x'] } | null = null;
  /** What uPlot cannot change in a plot that is there. */
  private kind = '';
  private width = 0;
  private height = 0;
  private readonly observer: ResizeObserver;
  private readonly visibility = new Visibility(this.element, () => this.paint());

  /** `resized` is told when the size has changed. */
  constructor(
    private readonly margins: Margins,
    private readonly interaction: Interaction,
    resized: () => void,
  ) {
    this.observer = new ResizeObserver(() => {
      this.fit();
      resized();
    });
    this.observer.observe(this.element);
  }

  draw(panel: Panel, x: LinePlot['x']): void {
    this.panel = panel;
    this.x = x;
    if (this.width === 0) this.fit();
    else this.visibility.ask();
  }

  private paint(): void {
    const panel = this.panel;
    if (!panel || this.width === 0) return;
    const kind = JSON.stringify([panel.log, ...panel.lines.map(l => [l.width, l.dash])]);
    const plot = this.plot;
    const painted = { panel, x: this.x };
    this.painted = painted;
    if (plot && kind === this.kind) {
      const { width, height } = this;
      plot.batch(() => {
        if (plot.width !== width || plot.height !== height) plot.setSize({ width, height });
        plot.setData(this.data(painted));
      });
    } else this.build(painted);
    this.kind = kind;
  }

  remove(): void {
    this.observer.disconnect();
    this.visibility.close();
    this.plot?.destroy();
    this.element.remove();
  }

  /** The width of the area with the lines, in pixels. */
  get inner(): number {
    return Math.max(0, this.width - this.margins.left - this.margins.right);
  }

  private get innerHeight(): number {
    return Math.max(0, this.height - this.margins.top - this.margins.bottom);
  }

  /** Where a point is, in pixels of the element; linear axes only. */
  place(x: number, y: number): [number, number] {
    const [x0, x1] = this.x.range;
    const [y0, y1] = this.panel?.range ?? UNIT;
    const { left, top } = this.margins;
    return [left + ((x - x0) / (x1 - x0)) * this.inner, top + ((y1 - y) / (y1 - y0)) * this.innerHeight];
  }

  /** The point at a place in pixels of the element; linear axes only. */
  point(left: number, top: number): [number, number] {
    const [x0, x1] = this.x.range;
    const [y0, y1] = this.panel?.range ?? UNIT;
    return [
      x0 + ((left - this.margins.left) / this.inner) * (x1 - x0),
      y1 - ((top - this.margins.top) / this.innerHeight) * (y1 - y0),
    ];
  }

  private fit(): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    if (width === 0 || height === 0 || (width === this.width && height === this.height)) return;
    this.width = width;
    this.height = height;
    this.visibility.ask();
  }

  /** uPlot asks the panel itself for its lines and ranges; all it has to know is how many lines there are. */
  private data({ panel, x }: { panel: Panel; x: LinePlot['x'] }): uPlot.AlignedData {
    return [x.range, ...panel.lines.map(() => [null, null])];
  }

  private build(painted: { panel: Panel; x: LinePlot['x'] }): void {
    const { panel } = painted;
    const now = () => this.painted!;
    this.plot?.destroy();
    const { left, right, top, bottom } = this.margins;
    const options: uPlot.Options = {
      width: this.width,
      height: this.height,
      padding: [top, right, 0, 0],
      legend: { show: false },
      cursor: this.interaction.cursor,
      scales: {
        x: { time: false, range: () => now().x.range },
        y: { distr: panel.log ? 3 : 1, range: () => now().panel.range },
      },
      axes: [
        {
          ...axis(bottom, this.inner < NARROW ? 50 : 80, () => (now().x.whole ? 1 : 0)),
          ...(bottom < LABELS ? { values: () => [] } : {}),
        },
        { ...axis(left, 30), ...(panel.log ? LOG : {}) },
      ],
      series: [{}, ...panel.lines.map((_, i) => this.series(panel, i))],
      hooks: {
        ...this.interaction.hooks,
        drawClear: [plot => shade(plot, now().panel, now().x.range)],
        draw: [plot => dashes(plot, now().panel)],
      },
    };
    this.plot = new uPlot(options, this.data(painted), this.element);
  }

  private series(panel: Panel, i: number): uPlot.Series {
    const line = () => this.painted!.panel.lines[i]!;
    return {
      stroke: () => line().colour,
      fill: () => line().colour,
      width: panel.lines[i]!.width ?? 1.4,
      dash: DASHES[panel.lines[i]!.dash ?? 'solid'],
      pxAlign: 0,
      paths: plot => path(plot, line(), panel.log),
      points: { show: false },
    };
  }
}

/** An axis of this breadth, with numbers at least `space` pixels and `least()` apart. */
function axis(size: number, space: number, least = () => 0): uPlot.Axis {
  return {
    size,
    space,
    gap: 6,
    font: `11px ${FONT}`,
    stroke: () => palette().muted,
    grid: { stroke: () => palette().grid, width: 1 },
    ticks: { show: false },
    // uPlot's own increments end at 10¹⁶, which a run that diverges exceeds: one that it takes lets `splits` choose.
    incrs: (_plot, _axis, low, high) => [Math.max(5, high - low)],
    splits: (plot, i, low, high) => {
      const length = (i === 0 ? plot.bbox.width : plot.bbox.height) / devicePixelRatio;
      return ticks(low, high, Math.floor(length / space), least());
    },
    filter: (_plot, splits) => splits,
    values: (_plot, splits) => splits.map(tickText),
  };
}
