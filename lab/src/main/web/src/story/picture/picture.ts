import { h } from '../../dom';
import { shade } from './colours';
import { LedgerTable } from './ledger';
import { Plot } from './plot';
import type { Panel, Scene } from './scene';

/** Where there is little room: what is extra is left out, and halves are whole. */
const NARROW = matchMedia('(max-width: 900px)');

/** A chapter's picture: its panels one below the other, halves side by side; or statements in words. */
export class Picture {
  private readonly ledger = new LedgerTable();
  readonly element = h('div', { class: 'picture' }, this.ledger.element);
  private plots: Plot[] = [];
  private scene: Scene | null = null;

  constructor() {
    NARROW.addEventListener('change', () => this.scene && this.draw(this.scene));
  }

  /** The panels that there is room for. */
  private get panels(): Panel[] {
    return this.scene?.panels.filter(panel => !(NARROW.matches && panel.extra)) ?? [];
  }

  draw(scene: Scene): void {
    this.scene = scene;
    const panels = this.panels;
    const half = (panel: Panel) => (panel.half ?? false) && !NARROW.matches;
    while (this.plots.length > panels.length) this.plots.pop()!.remove();
    while (this.plots.length < panels.length) {
      const plot = new Plot();
      this.plots.push(plot);
      this.element.append(plot.element);
    }
    const rows = panels.filter((panel, i) => !(half(panel) && i > 0 && half(panels[i - 1]!)));
    this.element.style.gridTemplateRows = rows.map(panel => `minmax(0, ${panel.share ?? 1}fr)`).join(' ');
    this.ledger.show(scene.ledger);
    this.element.classList.toggle('written', scene.ledger !== undefined);
    panels.forEach((panel, i) => {
      this.plots[i]!.element.classList.toggle('half', half(panel));
      this.plots[i]!.draw(panel);
    });
  }

  /** The colour in which something is drawn; null where it is not. */
  colour(name: string): string | null {
    const marks = this.panels.flatMap(panel => panel.marks).filter(mark => mark.name === name);
    const mark = marks.find(m => m.kind !== 'contours' && m.kind !== 'band');
    return marks.length === 0 ? null : shade(mark && 'colour' in mark ? mark.colour : 'muted');
  }

  /** Has one of the named marks stand out, or none. */
  light(name: string | null): void {
    for (const plot of this.plots) plot.light(name);
  }
}
