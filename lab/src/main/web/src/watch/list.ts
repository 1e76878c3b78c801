import { fill, h } from '../dom';
import type { LiveRun, RunRow } from '../types';
import { entries, type Entry } from './entries';

/** The runs that can be watched. */
export class RunList {
  readonly element = h('ul', { class: 'livelist' });

  constructor(private readonly chosen: (which: number | string) => void) {}

  show(live: LiveRun[], stored: RunRow[], watched: number | string | null): void {
    fill(this.element, ...entries(live, stored).map(entry => this.entry(entry, entry.which === watched)));
  }

  private entry({ which, name, note }: Entry, current: boolean): HTMLElement {
    return h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          'aria-current': current ? 'true' : null,
          onclick: () => this.chosen(which),
        },
        h('b', {}, name),
        h('small', {}, note),
      ),
    );
  }
}
