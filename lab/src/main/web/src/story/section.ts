import { message } from '../api';
import { fill, h } from '../dom';
import { FrameDrawing } from '../frames';
import { Part } from '../freshness';
import { onTheme } from '../plot/theme';
import { mathElement } from './equation';
import type { Formula } from './formula';
import { Exhibit } from './exhibit';
import { Latest } from '../latest';
import { toPlay } from './address';
import type { Ask } from './ask';
import type { Chapter } from './chapter';
import { starting, type Values } from './knob';
import { Picture } from './picture/picture';
import { Prose } from './prose';
import { Quiz } from './quiz';
import { type Facts, spoken } from './sentence';
import { Slider } from './slider';

/** How long the knobs rest before what came out is told to those who listen, in milliseconds. */
const REST = 500;

/** How long the knobs rest before all is computed of a chapter of which a moving hand gets a part, in milliseconds. */
const QUIET = 150;

/** A chapter on the page: the text on one side, on the other the picture with its sliders and its result in a line. */
export class Section<F extends Facts = Facts> {
  private readonly picture = new Picture();
  private readonly result = h('p', { class: 'outcome' });
  private readonly told = h('p', { class: 'unseen', 'aria-live': 'polite' });
  private readonly problem = h('p', { class: 'problem', hidden: true });
  private readonly sliders: Slider[];
  private readonly prose: Prose<F>;
  private readonly quizzes: Quiz<F>[];
  private readonly exhibit: Exhibit;
  private readonly formulas: { formula: Formula<F>; element: HTMLElement }[];
  /** The way to the run in Play, as it is now. */
  private readonly onward = h('a', {}, 'Change everything in this run, in Play');
  private readonly part: Part;
  private readonly latest = new Latest(() => this.compute());
  private readonly drawing = new FrameDrawing(
    () => this.show(),
    () => this.measure(),
  );
  private readonly values: Values;
  private facts: F | null = null;
  private begun = false;
  /** When the hand made the oldest move that is not computed yet, and that which the next frame shows; 0 for none. */
  private input = 0;
  private since = 0;
  private rest = 0;
  /** When the hand moved last, and who then waits for it to rest. */
  private moved = 0;
  /** Where the knobs were before the hand moved them, while it does. */
  private from: Values | null = null;
  private leaving = 0;
  private wait = 0;
  /** Whether the facts are all that there is to know. */
  private whole = true;
  readonly element: HTMLElement;

  constructor(
    readonly chapter: Chapter<F>,
    private readonly ask: Ask,
    heading: HTMLElement,
    private readonly left: (before: Values, now: Values) => void = () => {},
  ) {
    this.values = starting(chapter.knobs);
    const moved = (name: string, value: number) => this.byHand(name, value);
    this.prose = new Prose<F>(chapter.knobs, chapter.digits ?? {}, {
      moved,
      points: name => this.picture.light(name),
    });
    this.sliders = chapter.knobs.map(knob => new Slider(knob, value => moved(knob.name, value)));
    this.quizzes = chapter.questions.map(question => new Quiz(question, this.prose));
    this.formulas = (chapter.formulas ?? []).map(formula => ({
      formula,
      element: h('div', { class: 'equation' }, mathElement(formula.text)),
    }));
    this.exhibit = new Exhibit((chapter.gallery?.caption ?? []).map(s => this.prose.sentence(s)));
    heading.id = `story-${chapter.id}`;
    const figure = h(
      'figure',
      { 'aria-labelledby': heading.id },
      this.picture.element,
      h('div', { class: 'sliders' }, ...this.sliders.map(slider => slider.element)),
      h(
        'figcaption',
        {},
        h('p', { class: 'caption' }, ...this.caption()),
        this.result,
        this.told,
        this.problem,
      ),
    );
    this.part = new Part(this.picture.element);
    this.element = h(
      'section',
      { class: 'chapter', 'data-chapter': chapter.id, 'aria-labelledby': heading.id },
      h(
        'div',
        { class: 'prose' },
        heading,
        h('div', { class: 'caption below' }, ...this.caption()),
        ...(chapter.lead ? [h('p', { class: 'lead' }, this.prose.sentence(chapter.lead))] : []),
        ...chapter.text.flatMap((paragraph, i) => [
          this.prose.paragraph(paragraph),
          ...this.formulas.filter(one => one.formula.after === i).map(one => one.element),
          ...(chapter.gallery?.after === i ? [this.exhibit.element] : []),
        ]),
        ...this.quizzes.map(quiz => quiz.element),
        chapter.played ? h('p', { class: 'onward' }, this.onward) : null,
      ),
      figure,
    );
    this.turn();
    onTheme(() => this.facts && this.drawing.ask());
  }

  /**
   * How the picture is to be read: below it, or where that stays in sight on a small screen at the head of the text. It names all that is drawn, and the
   * keyboard goes to its words too.
   */
  private caption(): HTMLElement[] {
    const sentences = this.chapter.caption.map(sentence => this.prose.sentence(sentence));
    for (const word of sentences.flatMap(s => [...s.querySelectorAll<HTMLElement>('.curve')])) {
      word.tabIndex = 0;
      word.role = 'button';
    }
    return sentences;
  }

  /** Computes what it shows, unless it has. */
  begin(): void {
    if (this.begun) return;
    this.begun = true;
    this.latest.ask();
  }

  /** Puts the knobs where they are asked to be. */
  put(values: Values): void {
    for (const { name } of this.chapter.knobs) this.move(name, values[name]!);
  }

  /** The hand moves a knob; once it rests, it has left the chapter so. */
  private byHand(name: string, value: number): void {
    this.from ??= { ...this.values };
    this.move(name, value);
    clearTimeout(this.leaving);
    this.leaving = window.setTimeout(() => {
      const before = this.from!;
      this.from = null;
      this.left(before, { ...this.values });
    }, REST);
  }

  private move(name: string, value: number): void {
    if (this.values[name] === value) return;
    this.begun = true;
    this.values[name] = value;
    // The time of the event itself: the page may have been busy when it came.
    this.input ||= window.event?.timeStamp ?? performance.now();
    this.moved = performance.now();
    this.turn();
    this.latest.ask();
  }

  /** All that shows where the knobs are follows them at once. */
  private turn(): void {
    this.prose.turn(this.values);
    for (const slider of this.sliders) slider.show(this.values[slider.knob.name]!);
    if (this.chapter.played) this.onward.href = toPlay(this.chapter.played(this.values));
  }

  private async compute(): Promise<void> {
    const input = this.input;
    this.input = 0;
    try {
      this.facts = await this.found({ ...this.values });
      this.since ||= input;
      // The engine goes on with the next place of the knobs while this one is drawn.
      this.drawing.ask();
    } catch (error) {
      this.part.mark('failed');
      fill(this.problem, message(error));
      this.problem.hidden = false;
    }
  }

  /** All of it; quickly, where the chapter can, while the hand moves, and all of it when it rests. */
  private async found(values: Values): Promise<F> {
    clearTimeout(this.wait);
    const { chapter } = this;
    const quick = chapter.quickly !== undefined && performance.now() - this.moved < QUIET;
    const facts = await (quick ? chapter.quickly!(this.ask, values) : chapter.compute(this.ask, values));
    this.whole = !quick;
    if (quick) this.wait = window.setTimeout(() => this.latest.ask(), QUIET);
    return facts;
  }

  private show(): void {
    this.part.mark('shown');
    this.problem.hidden = true;
    const facts = this.facts!;
    this.picture.draw(this.chapter.draw(facts));
    this.exhibit.show(this.chapter.gallery?.of(facts) ?? null);
    this.prose.say(facts);
    for (const { formula, element } of this.formulas)
      element.style.visibility = formula.holds(facts) ? '' : 'hidden';
    this.prose.dress(name => this.picture.colour(name));
    for (const quiz of this.quizzes) quiz.look(facts);
    const line = spoken(this.chapter.result, facts, name => this.prose.text(facts, name));
    this.result.textContent = this.whole ? line : `${line} Computing the others.`;
    this.picture.element.setAttribute('aria-busy', String(!this.whole));
    if (this.whole)
      this.element.dataset.shown = JSON.stringify(
        Object.fromEntries(this.chapter.knobs.map(({ name }) => [name, (facts as Values)[name]])),
      );
    clearTimeout(this.rest);
    this.rest = window.setTimeout(() => (this.told.textContent = this.result.textContent), REST);
  }

  /** Notes how long it took from a move of the hand to the frame that shows what came of it. */
  private measure(): void {
    if (this.since > 0)
      performance.measure(`story ${this.chapter.id}`, { start: this.since, end: performance.now() });
    this.since = 0;
  }
}
