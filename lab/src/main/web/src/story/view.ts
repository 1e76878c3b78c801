import { fill, h } from '../dom';
import { CHAPTERS } from './chapters';
import { ask } from './engine';
import { Present } from './present';
import { Section } from './section';

/** The first screen: the edge of stability told from the start, with every number computed in the page. */
export class StoryView {
  readonly element = h('div', { class: 'story' });
  private readonly present: Present;

  constructor() {
    const [first, ...others] = CHAPTERS;
    const sections = [
      new Section(first!, ask, h('h1', {}, first!.title)),
      ...others.map(
        (chapter, i) =>
          new Section(chapter, ask, h('h2', {}, h('span', { class: 'nr' }, `${i + 1}`), chapter.title)),
      ),
    ];
    sections[0]!.element.classList.add('hero');
    this.present = new Present(
      this.element,
      sections.map(section => section.element),
    );
    sections[0]!.element.querySelector('.prose')!.append(h('p', { class: 'start' }, this.present.button));
    const near = new IntersectionObserver(
      entries => {
        for (const { isIntersecting, target } of entries) {
          if (isIntersecting) sections.find(section => section.element === target)!.begin();
        }
      },
      { rootMargin: '400px' },
    );
    for (const section of sections) near.observe(section.element);
    fill(this.element, this.present.bar, ...sections.map(section => section.element));
  }

  shown(): void {}

  hidden(): void {
    this.present.end();
  }

  /** Nothing here is the server's. */
  again(): void {}
}
