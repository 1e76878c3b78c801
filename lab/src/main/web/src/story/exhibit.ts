import { fill, h } from '../dom';
import { type Cell, type Gallery, onSheet, type Row } from './gallery';

/** The examples themselves, in the text: which they are follows the knobs, the room that they take does not. */
export class Exhibit {
  private readonly moments = h('div', { class: 'moments' });
  readonly element: HTMLElement;
  private shown = '';

  constructor(caption: HTMLElement[]) {
    this.element = h(
      'figure',
      { class: 'exhibit', hidden: true },
      this.moments,
      h('figcaption', {}, ...caption),
    );
  }

  show(gallery: Gallery | null): void {
    this.element.hidden = gallery === null;
    const now = JSON.stringify(gallery?.moments);
    if (gallery === null || now === this.shown) return;
    this.shown = now;
    const moments = gallery.moments.map(({ title, rows }) =>
      h('div', { class: 'moment' }, h('h3', {}, title), ...rows.map(one => row(one, gallery))),
    );
    fill(this.moments, ...moments);
  }
}

function row({ words, cells }: Row, gallery: Gallery): HTMLElement {
  const said = cells.map(cell => gallery.labels[cell.place]! + (cell.look === 'framed' ? ', framed' : ''));
  return h(
    'div',
    { class: 'row-of', role: 'img', 'aria-label': `${words}: ${said.join('; ')}` },
    h('p', {}, words),
    h('div', { class: 'cells' }, ...cells.map(cell => one(cell, gallery))),
  );
}

function one({ place, look }: Cell, { images, across, labels, texts }: Gallery): HTMLElement {
  const element = h('span', { class: `cell ${look}`, title: labels[place]! });
  if (!images) element.textContent = texts[place]!;
  else {
    const { size, position } = onSheet(place, across!, labels.length);
    element.style.backgroundImage = `url("${images}")`;
    element.style.backgroundSize = size;
    element.style.backgroundPosition = position;
  }
  return element;
}
