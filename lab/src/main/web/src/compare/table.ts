import { type Child, fill, h } from '../dom';
import { matches, type Searched } from './filter';

/** A column of a table. */
export interface Column<Row> {
  key: string;
  title: string;
  /** What it is sorted by. */
  value(row: Row): string | number;
  /** What it shows, if not that. */
  show?(row: Row): Child;
  numeric?: boolean;
}

/** What a table shows of its rows, and in which order. */
export interface Order {
  sort: string;
  descending: boolean;
  filter: string;
}

/** What a table is made of. */
export interface Contents<Row> {
  /** What its rows are, in the plural. */
  title: string;
  columns: Column<Row>[];
  /** What is searched for the words of the filter, and for its conditions. */
  searched(row: Row): Searched;
  /** An example of such words. */
  example: string;
  /** What there is to read while it has no rows. */
  empty: string;
}

/** Missing values sort below all others. */
export const NONE = -Infinity;

/** Rows that are sorted by any column and filtered by any word. */
export class Table<Row> {
  private readonly head = h('tr');
  private readonly body = h('tbody');
  private readonly count = h('span', { class: 'note', role: 'status' });
  private readonly filter: HTMLInputElement;
  readonly table = h('table', { class: 'runs' }, h('thead', {}, this.head), this.body);
  readonly element: HTMLElement;

  constructor(
    private readonly contents: Contents<Row>,
    private readonly changed: (change: Partial<Order>) => void,
  ) {
    const { title, example } = contents;
    this.filter = h('input', {
      type: 'search',
      placeholder: example,
      'aria-label': `Filter ${title.toLowerCase()}`,
      oninput: () => this.changed({ filter: this.filter.value }),
    });
    this.element = h(
      'section',
      { class: 'card', 'aria-label': title },
      h('div', { class: 'row' }, h('h2', {}, title), this.filter, this.count),
      h('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': `${title}, table` }, this.table),
    );
  }

  show(rows: Row[], order: Order): void {
    const { columns, title, searched, empty } = this.contents;
    if (document.activeElement !== this.filter) this.filter.value = order.filter;
    const matching = rows.filter(row => matches(searched(row), order.filter));
    const { value } = columns.find(c => c.key === order.sort) ?? columns[0]!;
    matching.sort((a, b) => compare(value(a), value(b)) * (order.descending ? -1 : 1));
    const all = `${rows.length} ${rows.length === 1 ? title.toLowerCase().replace(/s$/, '') : title.toLowerCase()}`;
    this.count.textContent = matching.length === rows.length ? all : `${matching.length} of ${all}`;
    const focus = this.focused();
    fill(this.head, ...columns.map(c => this.title(c, order)));
    fill(
      this.body,
      ...matching.map(row => this.row(row)),
      rows.length === 0 &&
        h('tr', {}, h('td', { colspan: columns.length, class: 'note' }, h('span', {}, empty))),
    );
    if (focus) this.table.querySelector<HTMLElement>(`[data-key="${CSS.escape(focus)}"]`)?.focus();
  }

  /** What in it has the keyboard, which new rows would take away. */
  private focused(): string | undefined {
    const element = document.activeElement;
    return element instanceof HTMLElement && this.table.contains(element) ? element.dataset.key : undefined;
  }

  private title({ key, title, numeric }: Column<Row>, order: Order): HTMLElement {
    const sorted = key === order.sort;
    return h(
      'th',
      {
        scope: 'col',
        class: numeric ? 'num' : null,
        'aria-sort': sorted ? (order.descending ? 'descending' : 'ascending') : null,
      },
      h(
        'button',
        {
          type: 'button',
          class: 'sort',
          'data-key': `sort ${key}`,
          onclick: () => this.changed({ sort: key, descending: sorted ? !order.descending : true }),
        },
        title,
        sorted && (order.descending ? ' ↓' : ' ↑'),
      ),
    );
  }

  private row(row: Row): HTMLElement {
    return h(
      'tr',
      {},
      ...this.contents.columns.map(({ value, show, numeric }) =>
        h('td', { class: numeric ? 'num' : null }, show ? show(row) : String(value(row))),
      ),
    );
  }
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a === b ? 0 : a - b;
  return String(a).localeCompare(String(b));
}

/** A time as a table shows it. */
export function time(started: string): string {
  return started.slice(0, 19).replace('T', ' ');
}
