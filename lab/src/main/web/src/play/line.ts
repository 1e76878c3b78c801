import { post, superseded } from '../api';
import { h } from '../dom';
import { symbol } from '../format';
import { FrameDrawing } from '../frames';
import { Chart } from '../plot/chart';
import type { Line, LinePlot, Range } from '../plot/description';
import { Legend } from '../plot/legend';
import { around, extent } from '../plot/ranges';
import { meant, palette } from '../plot/theme';
import type { Value } from '../types';
import { stairs } from './stairs';

const MARGINS = { left: 44, right: 10, top: 22, bottom: 20 };

/** How long the settings rest before the runs with other step sizes are made, in milliseconds. */
const REST = 250;

/** How far the step sizes go, in parts of the one that the sliders are centred on. */
const RATES: Range = [0.6, 1.8];

/** For each step size so many steps settle a run, and then so many are drawn. */
const SETTLING = 600;
const DRAWN = 48;

/** The map goes a little beyond the walk, in parts of its extent. */
const ROOM = 0.15;

/** A step as a map of the line. */
interface LineMap {
  x: number[];
  next: number[];
}

interface Orbits {
  values: number[];
  orbits: number[][];
}

type Experiment = Record<string, Value>;

/** Gradient descent on one parameter as a map of the line: the cobweb of its steps, and over η where runs end. */
export class LineOfOne {
  private readonly cobweb = new Panel('Cobweb');
  private readonly rates = new Panel('Where runs end, over η: click to go there');
  readonly element = h(
    'div',
    { class: 'card paths patient', hidden: true },
    this.cobweb.element,
    this.rates.element,
  );
  private readonly drawing = new FrameDrawing(
    () => this.draw(),
    () => {},
  );
  private name = '';
  private eta = 0;
  /** The first and the last steps of the run. */
  private walk: { first: number[]; last: number[] } = { first: [], last: [] };
  private map: LineMap | null = null;
  private ends: Orbits = { values: [], orbits: [] };
  /** The experiment but for η whose ends are on the screen. */
  private shown = '';
  private timer = 0;

  /** @param chosen gets a step size that was clicked on */
  constructor(chosen: (eta: number) => void) {
    this.rates.picked = x => chosen(Number(x.toPrecision(4)));
  }

  /** Shows it for a run with these coordinates; nothing of one with more than one of them. */
  show(experiment: Experiment, coordinates: string[], centre: number): void {
    const one = coordinates.length === 1 && experiment.optimizer === 'gd';
    if (!one) {
      this.element.hidden = true;
      this.shown = '';
      return;
    }
    this.name = coordinates[0]!;
    this.eta = Number(experiment.eta);
    void this.load(experiment);
    const key = JSON.stringify({ ...experiment, eta: 0, steps: 0, centre });
    if (key === this.shown) return;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.loadRates(experiment, centre, key), REST);
  }

  private async load(experiment: Experiment): Promise<void> {
    try {
      this.walk = await post<typeof this.walk>('/api/walk', { experiment });
      const [low, high] = extent([...this.walk.first, ...this.walk.last]);
      const room = ROOM * (high - low || Math.abs(high) || 1);
      const x = { name: this.name, low: low - room, high: high + room, points: 201 };
      this.map = await post<LineMap>('/api/landscape', { experiment, x });
      this.element.hidden = false;
      this.drawing.ask();
    } catch (error) {
      // The run's own request says what is wrong with it; of a function of the parameters there is no map.
      if (!superseded(error)) this.element.hidden = true;
    }
  }

  private async loadRates(experiment: Experiment, centre: number, key: string): Promise<void> {
    try {
      const [low, high] = RATES.map(part => part * centre);
      const axis = { name: 'eta', low, high, points: 241 };
      const body = { experiment: { ...experiment, steps: SETTLING + DRAWN }, axis, keep: DRAWN };
      this.ends = await post<Orbits>('/api/orbits', body);
      this.shown = key;
      this.drawing.ask();
    } catch (error) {
      if (!superseded(error)) this.shown = '';
    }
  }

  private draw(): void {
    const { muted, text } = palette();
    const { map, walk } = this;
    const x = symbol(this.name);
    if (map) {
      const range = extent(map.x);
      this.cobweb.draw(
        [
          { name: `${x} after a step`, colour: text, x: map.x, y: map.next, width: 1.6 },
          { name: `${x} unchanged`, colour: muted, x: range, y: range, dash: 'dash', width: 1 },
          { name: 'first steps', colour: meant('other'), ...stairs(walk.first), width: 0.9 },
          { name: 'last steps', colour: meant('run'), ...stairs(walk.last), width: 1.6 },
        ],
        { title: x, range },
        { title: `next ${x}`, range },
      );
    }
    const { values, orbits } = this.ends;
    if (values.length === 0) return;
    const eta = orbits.flatMap((orbit, i) => orbit.map(() => values[i]!));
    const ends = orbits.flat();
    const cloud: Line = {
      name: `${x} at the last steps`,
      colour: meant('run'),
      x: eta,
      y: ends,
      unjoined: true,
    };
    const vertical = around([cloud]);
    const here: Line = {
      name: 'η here',
      colour: text,
      x: [this.eta, this.eta],
      y: vertical,
      width: 1,
      dash: 'dash',
    };
    this.rates.draw([cloud, here], { title: 'η', range: extent(eta) }, { title: x, range: vertical });
  }
}

/** A small plot with its title and key. */
class Panel {
  private readonly chart = new Chart(MARGINS, { cursor: { show: false } }, () => {});
  private readonly key = new Legend();
  private readonly x = h('div', { class: 'xtitle' });
  private readonly y = h('div', { class: 'ytitle' });
  readonly element: HTMLElement;
  /** Told the x of a click. */
  picked: ((x: number) => void) | null = null;

  constructor(title: string) {
    this.element = h(
      'div',
      { class: 'plane', role: 'figure', 'aria-label': title },
      h('h2', {}, title),
      this.key.element,
      h('div', { class: 'plotbox' }, this.chart.element, this.y),
      this.x,
    );
    this.chart.element.addEventListener('click', e => {
      const left = this.chart.element.getBoundingClientRect().left;
      this.picked?.(this.chart.point(e.clientX - left, 0)[0]);
    });
  }

  draw(lines: Line[], x: LinePlot['x'], y: LinePlot['x']): void {
    this.x.textContent = x.title;
    this.y.textContent = y.title;
    this.key.show(lines);
    this.chart.draw({ lines, range: y.range }, x);
  }
}
