import uPlot from 'uplot';
import { h } from '../dom';
import { Chart, type Interaction, type Margins } from './chart';
import { type LinePlot, type Panel, type Range, size } from './description';
import { Legend } from './legend';
import { type Picture, snapshot } from './snapshot';
import { meant, palette } from './theme';
import { Tip } from './tip';
import { dragsAcross } from './touch';
import { keyed } from './zoom';

/** As much as −1.5·10³⁰⁰ takes. */
const LEFT = 62;
const RIGHT = 24;
const MARGINS: Margins = { left: LEFT, right: RIGHT, top: 6, bottom: 4 };
/** The lowest panel has the labels of x. */
const LOWEST: Margins = { ...MARGINS, bottom: 20 };

export interface Handlers {
  /** A click, with the x there. */
  picked?: (x: number) => void;
  /** The pointer is at an x, or has left with null. */
  hovered?: (x: number | null) => void;
  /** A drag, with the x over which it went; a double click with null. */
  zoomed?: (range: Range | null) => void;
}

let count = 0;

/** A plot of lines on the screen: panels one below the other that share x, a key above each, and one pointer for all. */
export class Stack {
  private readonly box = h('div', { class: 'panels' });
  private readonly mark = h('div', { class: 'cursor', hidden: true });
  private readonly title = h('div', { class: 'xtitle' });
  private readonly tip = new Tip();
  private readonly whole = h(
    'button',
    { type: 'button', class: 'quiet whole', hidden: true, onclick: () => this.showAll() },
    'Show all',
  );
  /** The stretch that a finger marks. */
  private readonly marking = h('div', { class: 'marking', hidden: true });
  readonly element: HTMLElement;
  private readonly group = `stack-${++count}`;
  private panels: { chart: Chart; key: Legend; title: HTMLElement; element: HTMLElement }[] = [];
  private plot: LinePlot | null = null;
  private marked: number | null = null;
  private pointerTop = 0;

  constructor(
    kind: string,
    label: string,
    private readonly handlers: Handlers,
  ) {
    this.element = h(
      'div',
      {
        class: `stack ${kind}`,
        role: 'figure',
        'aria-label': `${label}; plus and minus zoom, the arrow keys move, 0 shows all`,
        tabindex: 0,
        onkeydown: (e: KeyboardEvent) => this.key(e),
      },
      this.box,
      this.title,
      this.mark,
      this.marking,
      this.tip.element,
      this.whole,
    );
    dragsAcross(this.box, {
      drawn: stretch => this.markStretch(stretch),
      ended: stretch => this.handlers.zoomed?.(stretch.map(x => this.xAt(x - this.left)) as Range),
    });
    this.box.addEventListener('mousemove', e => {
      this.pointerTop = e.clientY - this.element.getBoundingClientRect().top;
    });
    this.box.addEventListener('click', e => {
      if (e.target instanceof Element && e.target.closest('.u-over')) {
        this.handlers.picked?.(this.xAt(e.clientX - this.left));
      }
    });
  }

  draw(plot: LinePlot): void {
    this.plot = plot;
    if (plot.panels.length !== this.panels.length) this.build(plot.panels.length);
    plot.panels.forEach((panel, i) => {
      const { chart, key, title, element } = this.panels[i]!;
      element.style.flexGrow = String(panel.share ?? 1);
      title.textContent = panel.title ?? '';
      key.show(keyOf(panel));
      chart.draw(panel, plot.x);
    });
    this.title.textContent = plot.x.title;
    this.whole.hidden = !plot.x.part;
    this.element.dataset.range = plot.x.range.join('..');
    this.element.dataset.scales = plot.panels.map(p => (p.log ? 'log' : 'linear')).join(' ');
    this.element.dataset.readings = String(size(plot));
    this.moveTo(this.marked);
  }

  /** The width of the area with the lines, in pixels. */
  get pixels(): number {
    return Math.max(200, this.element.clientWidth - LEFT - RIGHT);
  }

  /** Marks an x. */
  moveTo(x: number | null): void {
    this.marked = x;
    const [low, high] = this.plot?.x.range ?? [0, -1];
    this.mark.hidden = x === null || x < low || x > high || this.inner === 0;
    if (x !== null && !this.mark.hidden) {
      this.mark.style.transform = `translateX(${LEFT + ((x - low) / (high - low)) * this.inner}px)`;
    }
  }

  /** What it shows, as a picture. */
  picture(): Picture {
    const plot = this.plot ?? { x: { title: '', range: [0, 1] }, panels: [] };
    return snapshot(
      { ...plot, mark: this.mark.hidden ? null : this.marked },
      this.element.clientHeight / Math.max(1, this.element.clientWidth),
    );
  }

  private get left(): number {
    return this.element.getBoundingClientRect().left;
  }

  private markStretch(stretch: Range | null): void {
    this.marking.hidden = stretch === null;
    if (!stretch) return;
    const [low, high] = stretch.map(x => Math.min(LEFT + this.inner, Math.max(LEFT, x - this.left)));
    this.marking.style.left = `${low}px`;
    this.marking.style.width = `${high! - low!}px`;
  }

  private showAll(): void {
    this.handlers.zoomed?.(null);
    this.element.focus();
  }

  /** What a drag does with the pointer. */
  private key(e: KeyboardEvent): void {
    const range =
      e.ctrlKey || e.metaKey || e.altKey ? undefined : this.plot && keyed(this.plot, e.key, this.marked);
    if (range === undefined) return;
    e.preventDefault();
    this.handlers.zoomed?.(range);
  }

  private get inner(): number {
    return this.panels[0]?.chart.inner ?? 0;
  }

  private xAt(left: number): number {
    const [low, high] = this.plot?.x.range ?? [0, 1];
    return Math.min(high, Math.max(low, low + ((left - LEFT) / this.inner) * (high - low)));
  }

  private build(n: number): void {
    this.panels.forEach(({ chart, element }) => {
      chart.remove();
      element.remove();
    });
    this.panels = Array.from({ length: n }, (_, i) => {
      const lowest = i === n - 1;
      const chart = new Chart(lowest ? LOWEST : MARGINS, this.interaction(i === 0), () =>
        this.moveTo(this.marked),
      );
      const key = new Legend();
      const title = h('span', { class: 'ytitle' });
      const head = h('div', { class: 'head' }, title, key.element);
      const element = h('div', { class: lowest ? 'panel lowest' : 'panel' }, head, chart.element);
      this.box.append(element);
      return { chart, key, title, element };
    });
  }

  /** The panels tell each other where the pointer is; the first speaks for all. */
  private interaction(first: boolean): Interaction {
    return {
      cursor: {
        y: false,
        points: { show: false },
        sync: { key: this.group },
        drag: { x: true, y: false, setScale: false, dist: 4 },
        bind: { dblclick: () => () => (this.handlers.zoomed?.(null), null) },
      },
      hooks: {
        setCursor: first ? [plot => this.point(plot)] : [],
        setSelect: [
          plot => {
            const { left, width } = plot.select;
            plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
            if (first && width > 0)
              this.handlers.zoomed?.([this.xAt(LEFT + left), this.xAt(LEFT + left + width)]);
          },
        ],
      },
    };
  }

  private point(plot: uPlot): void {
    const left = plot.cursor.left ?? -1;
    const shown = left < 0 ? null : this.plot;
    this.handlers.hovered?.(shown && this.xAt(LEFT + left));
    if (!shown) this.tip.hide();
    else this.tip.show(shown, this.xAt(LEFT + left), LEFT + left, this.pointerTop, this.element.clientWidth);
  }
}

function keyOf(panel: Panel) {
  const lines = panel.lines.map(({ name, colour, dash }) => ({ name, colour, dash }));
  const { level, upright } = panel;
  const dashed = (name: string | undefined, edge = false) =>
    name === undefined
      ? []
      : [{ name, colour: edge ? meant('edge') : palette().text, dash: 'dash' as const }];
  return [...lines, ...dashed(level?.name, level?.edge), ...dashed(upright?.name)];
}
