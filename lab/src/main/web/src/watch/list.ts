import { get } from '../api';
import { fill, h } from '../dom';
import type { LiveRun, RunRow, Spark } from '../types';
import { entries, type Entry, forkTag } from './entries';
import { sparkline } from './sparkline';

/** The runs that can be watched, each with its curve and what tells it from others. */
export class RunList {
  readonly element = h('ul', { class: 'livelist' });
  /** What has been asked of the store about a run that stays as it is. */
  private readonly sparks = new Map<string, Promise<Spark | null>>();
  private readonly seen = new IntersectionObserver(found => {
    for (const { isIntersecting, target } of found) {
      if (!isIntersecting) continue;
      this.seen.unobserve(target);
      void this.dress(target as HTMLElement);
    }
  });

  constructor(private readonly chosen: (which: number | string) => void) {}

  show(live: LiveRun[], stored: RunRow[], watched: number | string | null): void {
    this.seen.disconnect();
    const focus = this.element.contains(document.activeElement)
      ? (document.activeElement as HTMLElement).dataset.which
      : undefined;
    fill(this.element, ...entries(live, stored).map(entry => this.entry(entry, entry.which === watched)));
    if (focus) this.element.querySelector<HTMLElement>(`[data-which="${CSS.escape(focus)}"]`)?.focus();
  }

  private entry({ which, name, mark, note, tags, kept }: Entry, current: boolean): HTMLElement {
    const button = h(
      'button',
      {
        type: 'button',
        'data-which': which,
        'aria-current': current ? 'true' : null,
        onclick: () => this.chosen(which),
      },
      h('b', {}, name, mark && h('code', {}, ` ${mark}`)),
      h('small', {}, note),
      h('span', { class: 'tags' }, ...tags.map(tag => h('span', { class: 'tag' }, tag))),
    );
    if (kept) this.seen.observe(button);
    return h('li', {}, button);
  }

  /** Draws the curve of a run of the store, once it is in sight. */
  private async dress(button: HTMLElement): Promise<void> {
    const id = button.dataset.which!;
    if (!this.sparks.has(id))
      this.sparks.set(
        id,
        get<Spark>(`/api/runs/${id}/spark`).catch(() => null),
      );
    const spark = await this.sparks.get(id);
    if (!spark || button.querySelector('.spark')) return;
    const curve = sparkline(spark);
    if (curve) button.append(curve);
    const tags = button.querySelector('.tags')!;
    if (spark.forkOf && !tags.textContent.includes('fork of'))
      tags.append(h('span', { class: 'tag' }, forkTag(spark.forkOf)));
  }
}
