/**
 * How what a part of the page shows stands to what was asked for: it is that; it is older, while the new is on its way; it is older
 * and nobody is at work on the new; there is none, as the request failed.
 */
export type State = 'fresh' | 'computing' | 'stale' | 'failed';

/**
 * What happens to a part: newer numbers of the same are asked for, those of another model or run are, they are shown, there are none,
 * nobody answers.
 */
export type Event = 'asked' | 'other' | 'shown' | 'failed' | 'lost';

export interface Standing {
  state: State;
  /** Whether what is on the screen is of another model or run. */
  other: boolean;
}

/** How a part stands after an event. */
export function after({ state, other }: Standing, event: Event): Standing {
  switch (event) {
    case 'asked':
      return { state: 'computing', other };
    case 'other':
      return { state: 'computing', other: true };
    case 'shown':
      return { state: 'fresh', other: false };
    case 'failed':
      return { state: 'failed', other };
    case 'lost':
      return { state: state === 'failed' ? 'failed' : 'stale', other };
  }
}

/**
 * A part of the page. What is not fresh is dimmed by the style sheet; a table of numbers is emptied, by `empty`, where they would be
 * those of another model, or where there are none.
 */
export class Part {
  private standing: Standing = { state: 'fresh', other: false };

  constructor(
    private readonly element: HTMLElement,
    private readonly empty: () => void = () => {},
  ) {
    this.dress();
  }

  get fresh(): boolean {
    return this.standing.state === 'fresh';
  }

  get state(): State {
    return this.standing.state;
  }

  mark(event: Event): void {
    this.standing = after(this.standing, event);
    if (event === 'other' || event === 'failed') this.empty();
    this.dress();
  }

  private dress(): void {
    this.element.dataset.state = this.standing.state;
    this.element.classList.toggle('other', this.standing.other);
    this.element.setAttribute('aria-busy', String(this.standing.state === 'computing'));
  }
}
