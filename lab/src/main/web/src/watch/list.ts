import { get } from '../api';
import { h } from '../dom';
import type { LiveRun, RunRow, Spark } from '../types';
import { entries, type Entry, forkTag } from './entries';
import { sparkline } from './sparkline';

/** The runs that can be watched, each with its curve and what tells it from others. */
export class RunList {
  readonly element = h('ul', { class: 'livelist' });
  private rows = new Map<number | string, Row>();
  /** What has been asked of the store about a run that stays as it is. */
  private readonly sparks = new Map<string, Promise<Spark | null>>();
  private readonly seen = new IntersectionObserver(found => {
    for (const { isIntersecting, target } of found) {
      if (!isIntersecting) continue;
      this.seen.unobserve(target);
      void this.dress((target as HTMLElement).dataset.which!);
    }
  });

  constructor(private readonly chosen: (which: number | string) => void) {}

  show(live: LiveRun[], stored: RunRow[], watched: number | string | null): void {
    const rows = new Map<number | string, Row>();
    for (const entry of entries(live, stored)) {
      const row = this.rows.get(entry.which) ?? new Row(entry.which, () => this.chosen(entry.which));
      row.say(entry, entry.which === watched);
      if (entry.kept && !row.dressed) this.seen.observe(row.button);
      rows.set(entry.which, row);
    }
    this.rows = rows;
    this.place([...rows.values()].map(row => row.element));
  }

  /** Puts elements in this order and moves none that is in its place: a press of the mouse that began on one ends on it, and it keeps the keyboard. */
  private place(elements: HTMLElement[]): void {
    const wanted = new Set<Element>(elements);
    for (const element of [...this.element.children]) if (!wanted.has(element)) element.remove();
    elements.forEach((element, i) => {
      const there = this.element.children[i] ?? null;
      if (there !== element) this.element.insertBefore(element, there);
    });
  }

  /** Draws the curve of a run of the store, once it is in sight. */
  private async dress(id: string): Promise<void> {
    if (!this.sparks.has(id))
      this.sparks.set(
        id,
        get<Spark>(`/api/runs/${id}/spark`).catch(() => null),
      );
    const spark = await this.sparks.get(id);
    if (spark) this.rows.get(id)?.dress(spark);
  }
}

/** A run in the list: the same element while what it says changes. */
class Row {
  private readonly name = h('b');
  private readonly note = h('small');
  private readonly tags = h('span', { class: 'tags' });
  readonly button: HTMLButtonElement;
  readonly element: HTMLElement;
  private entry: Entry | null = null;
  private fork = '';
  private said = '';
  dressed = false;

  constructor(which: number | string, chosen: () => void) {
    this.button = h(
      'button',
      { type: 'button', 'data-which': which, onclick: chosen },
      this.name,
      this.note,
      this.tags,
    );
    this.element = h('li', {}, this.button);
  }

  say(entry: Entry, current: boolean): void {
    this.entry = entry;
    const said = JSON.stringify([entry, current, this.fork]);
    if (said === this.said) return;
    this.said = said;
    this.name.replaceChildren(entry.name, ...(entry.mark ? [h('code', {}, ` ${entry.mark}`)] : []));
    this.note.textContent = entry.note;
    const tags = [...entry.tags, ...(this.fork && !entry.tags.includes(this.fork) ? [this.fork] : [])];
    this.tags.replaceChildren(...tags.map(tag => h('span', { class: 'tag' }, tag)));
    if (current) this.button.setAttribute('aria-current', 'true');
    else this.button.removeAttribute('aria-current');
  }

  dress(spark: Spark): void {
    if (this.dressed) return;
    this.dressed = true;
    const curve = sparkline(spark);
    if (curve) this.button.append(curve);
    if (spark.forkOf) this.fork = forkTag(spark.forkOf);
    if (this.entry) this.say(this.entry, this.button.hasAttribute('aria-current'));
  }
}
