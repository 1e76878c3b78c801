import { h } from '../../dom';
import { shade } from './colours';
import { Plot } from './plot';
import type { Panel, Scene } from './scene';

/** Where there is little room: what is extra is left out, and halves are whole. */
const NARROW = matchMedia('(max-width: 900px)');

/** A chapter's picture: its panels one below the other, halves side by side. */
export class Picture {
  readonly element = h('div', { class: 'picture' });
  private plots: Plot[] = [];
  private scene: Scene | null = null;

  constructor() {
    NARROW.addEventListener('change', () => this.scene && this.draw(this.scene));
  }

  draw(scene: Scene): void {
    this.scene = scene;
    const panels = scene.panels.filter(panel => !(NARROW.matches && panel.extra));
    const half = (panel: Panel) => (panel.half ?? false) && !NARROW.matches;
    while (this.plots.length > panels.length) this.plots.pop()!.remove();
    while (this.plots.length < panels.length) {
      const plot = new Plot();
      this.plots.push(plot);
      this.element.append(plot.element);
    }
    const rows = panels.filter((panel, i) => !(half(panel) && i > 0 && half(panels[i - 1]!)));
    this.element.style.gridTemplateRows = rows.map(panel => `minmax(0, ${panel.share ?? 1}fr)`).join(' ');
    panels.forEach((panel, i) => {
      this.plots[i]!.element.classList.toggle('half', half(panel));
      this.plots[i]!.draw(panel);
    });
  }

  /** The colour in which something is drawn. */
  colour(name: string): string {
    const marks = this.scene?.panels.flatMap(panel => panel.marks) ?? [];
    const mark = marks.find(m => m.name === name && m.kind !== 'contours' && m.kind !== 'band');
    return shade(mark && 'colour' in mark ? mark.colour : 'muted');
  }

  /** Has one of the named marks stand out, or none. */
  light(name: string | null): void {
    for (const plot of this.plots) plot.light(name);
  }
}
