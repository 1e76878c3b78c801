import { fill, h } from '../dom';
import { CHAPTERS } from './chapters';
import { Contents } from './contents';
import { ending } from './ending';
import { ask } from './engine';
import { Present } from './present';
import { fromQuery, toAddress } from './address';
import type { Values } from './knob';
import { Section } from './section';

/** So long do chapters above the one that was opened come in, in milliseconds. */
const ARRIVAL = 5000;

/** The first screen: the edge of stability told from the start, with every number computed in the page. */
export class StoryView {
  readonly element = h('div', { class: 'story' });
  private readonly present: Present;
  private readonly sections: Section[];
  /** How far down the reader was who has left it; null while it is on the screen. */
  private at: number | null = null;

  constructor() {
    const [first, ...others] = CHAPTERS;
    const left = (chapter: string) => (before: Values, now: Values) => this.left(chapter, before, now);
    const sections = [
      new Section(first!, ask, h('h1', {}, first!.title), left(first!.id)),
      ...others.map((chapter, i) => {
        const heading = h('h2', {}, h('span', { class: 'nr' }, `${i + 1}`), chapter.title);
        return new Section(chapter, ask, heading, left(chapter.id));
      }),
    ];
    this.sections = sections;
    sections[0]!.element.classList.add('hero');
    this.present = new Present(
      this.element,
      sections.map(section => section.element),
    );
    const near = new IntersectionObserver(
      entries => {
        for (const { isIntersecting, target } of entries) {
          if (isIntersecting) sections.find(section => section.element === target)!.begin();
        }
      },
      { rootMargin: '400px' },
    );
    for (const section of sections) near.observe(section.element);
    const end = ending();
    const contents = new Contents(sections, end, chapter => this.goTo(chapter), this.present.button);
    const chapters = sections.map(section => section.element);
    fill(this.element, this.present.bar, contents.element, ...chapters, end);
  }

  /** Opens a chapter as an address has it, and else where it was left. */
  shown(query: URLSearchParams): void {
    if (this.at !== null) scrollTo(0, this.at);
    this.at = null;
    const place = fromQuery(CHAPTERS, query);
    const section = this.sections.find(({ chapter }) => chapter.id === place?.chapter);
    if (!place || !section) return;
    section.put(place.values);
    const { top, bottom } = section.element.getBoundingClientRect();
    const seen = Math.min(bottom, innerHeight) - Math.max(top, 0);
    if (seen < innerHeight / 2) this.goTo(section.element);
  }

  /** Goes to a chapter, and stays there while those above it grow as they come in, until the reader does something. */
  private goTo(chapter: HTMLElement): void {
    const grown = new ResizeObserver(() => chapter.scrollIntoView());
    const leave = new AbortController();
    const end = () => {
      grown.disconnect();
      leave.abort();
    };
    for (const act of ['wheel', 'touchstart', 'pointerdown', 'keydown'])
      addEventListener(act, end, { signal: leave.signal, passive: true });
    setTimeout(end, ARRIVAL);
    grown.observe(this.element);
  }

  /** The hand has left a chapter's knobs: a new entry of the history, after one of how they were before, so that Back puts them there. */
  private left(chapter: string, before: Values, now: Values): void {
    if (!this.element.isConnected) return;
    const address = toAddress({ chapter, values: now });
    if (location.hash === address) return;
    history.replaceState(null, '', toAddress({ chapter, values: before }));
    history.pushState(null, '', address);
  }

  hidden(): void {
    this.present.end();
    this.at = scrollY;
  }

  /** Nothing here is the server's. */
  again(): void {}
}
