import { h } from '../dom';
import { toAddress } from './address';
import type { Section } from './section';

/** The chapters in a line: where the reader is, and a way to each. */
export class Contents {
  private readonly links: Map<Element, HTMLElement>;
  private readonly title = h('span', { class: 'title' });
  readonly element: HTMLElement;

  constructor(sections: Section[], end: HTMLElement, go: (to: HTMLElement) => void, present: HTMLElement) {
    this.links = new Map(sections.map((section, nr) => [section.element, link(section, nr, go)]));
    this.element = h(
      'nav',
      { class: 'contents', 'aria-label': 'Chapters' },
      h('ol', {}, ...[...this.links.values()].map(one => h('li', {}, one))),
      this.title,
      present,
    );
    const middle = new IntersectionObserver(
      entries => entries.filter(e => e.isIntersecting).forEach(e => this.here(e.target)),
      { rootMargin: '-50% 0px -50% 0px' },
    );
    for (const element of [...this.links.keys(), end]) middle.observe(element);
  }

  /** The reader is at that chapter, or past all of them. */
  private here(chapter: Element): void {
    this.title.textContent = '';
    for (const [element, link] of this.links) {
      if (element === chapter) {
        link.setAttribute('aria-current', 'true');
        this.title.textContent = link.title;
      } else link.removeAttribute('aria-current');
    }
  }
}

/** A way to a chapter: in the page it leaves the knobs where they are, its address is of the chapter as it begins. */
function link({ chapter, element }: Section, nr: number, go: (to: HTMLElement) => void): HTMLElement {
  return h(
    'a',
    {
      href: toAddress({ chapter: chapter.id, values: {} }),
      title: chapter.title,
      onclick: (e: MouseEvent) => {
        if (e.ctrlKey || e.metaKey || e.shiftKey) return;
        e.preventDefault();
        go(element);
      },
    },
    ...(nr === 0 ? [chapter.short] : [`${nr} `, h('span', { class: 'short' }, chapter.short)]),
  );
}
