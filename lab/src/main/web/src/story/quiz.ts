import { h } from '../dom';
import type { Question } from './chapter';
import type { Prose } from './prose';
import { type Facts, said } from './sentence';

/** A question that the reader answers by moving a knob. */
export class Quiz<F extends Facts> {
  readonly element: HTMLElement;
  private readonly answer: HTMLElement;
  private readonly hint = h('p', { class: 'hint' }, 'Not yet. The page says when you have it.');
  private found = false;

  constructor(
    private readonly question: Question<F>,
    prose: Prose<F>,
  ) {
    this.answer = prose.paragraph([question.answer]);
    this.answer.classList.add('answer');
    this.element = h(
      'aside',
      { class: 'quiz', 'aria-label': 'Your turn' },
      h('p', {}, h('b', {}, 'Your turn. '), prose.sentence(question.ask)),
      h('div', { class: 'answers', 'aria-live': 'polite' }, this.hint, this.answer),
    );
  }

  /** Looks whether the run on the screen answers it; once found it stays found. */
  look(facts: F): void {
    this.element.hidden = this.question.when?.(facts) === false;
    const right = this.question.found(facts) && said(this.question.answer, facts);
    this.found ||= right;
    this.element.classList.toggle('found', this.found);
    // The answer has its room before it is seen.
    this.answer.querySelector<HTMLElement>('.said')!.hidden = false;
    this.answer.classList.toggle('unseen-yet', !right);
    this.hint.hidden = right;
  }
}
