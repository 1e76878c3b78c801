import { h } from '../dom';
import type { Question } from './chapter';
import type { Prose } from './prose';
import { type Facts, said } from './sentence';

/** A question that the reader answers by moving a knob. */
export class Quiz<F extends Facts> {
  readonly element: HTMLElement;
  private readonly answer: HTMLElement;
  private found = false;

  constructor(
    private readonly question: Question<F>,
    prose: Prose<F>,
  ) {
    this.answer = h('p', { class: 'answer', hidden: true }, prose.sentence(question.answer));
    this.element = h(
      'aside',
      { class: 'quiz', 'aria-label': 'Your turn' },
      h('p', {}, h('b', {}, 'Your turn. '), prose.sentence(question.ask)),
      h('div', { 'aria-live': 'polite' }, this.answer),
    );
  }

  /** Looks whether the run on the screen answers it; once found it stays found. */
  look(facts: F): void {
    const right = this.question.found(facts) && said(this.question.answer, facts);
    this.found ||= right;
    this.element.classList.toggle('found', this.found);
    this.answer.hidden = !right;
  }
}
