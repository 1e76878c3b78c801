import { fill, h } from '../dom';
import { number, whole } from '../format';
import { swatch } from '../plot/legend';
import type { RunRow } from '../types';

interface Column {
  key: string;
  title: string;
  value(run: RunRow): string | number;
  text?(run: RunRow): string;
  numeric?: boolean;
}

/** Missing values sort below all others. */
const NONE = -Infinity;

const COLUMNS: Column[] = [
  { key: 'name', title: 'Run', value: r => r.name },
  { key: 'model', title: 'Model', value: r => r.model },
  {
    key: 'eta',
    title: 'η',
    value: r => Number(r.settings.eta ?? NONE),
    text: r => number(Number(r.settings.eta)),
    numeric: true,
  },
  {
    key: 'steps',
    title: 'Steps',
    value: r => Number(r.settings.steps ?? NONE),
    text: r => whole(Number(r.settings.steps)),
    numeric: true,
  },
  {
    key: 'started',
    title: 'Started',
    value: r => r.started,
    text: r => r.started.replace('T', ' ').replace('Z', ''),
  },
  { key: 'outcome', title: 'Outcome', value: r => r.outcome || r.status },
  {
    key: 'firstCrossing',
    title: 'First crossing',
    value: r => r.firstCrossing ?? NONE,
    text: r => (r.firstCrossing === null ? '–' : whole(r.firstCrossing)),
    numeric: true,
  },
  { key: 'cycles', title: 'Cycles', value: r => r.cycles, numeric: true },
  {
    key: 'claims',
    title: 'Claims',
    value: r => r.claimsHold - 1000 * r.claimsFail,
    text: claims,
    numeric: true,
  },
  {
    key: 'seconds',
    title: 'Seconds',
    value: r => r.seconds ?? NONE,
    text: r => number(r.seconds, 3),
    numeric: true,
  },
];

export interface TableState {
  runs: string[];
  sort: string;
  descending: boolean;
  filter: string;
}

/** The store's runs, sorted by any column and filtered by any word. */
export class RunTable {
  private readonly head = h('tr');
  private readonly body = h('tbody');
  private readonly count = h('span', { class: 'note', role: 'status' });
  private readonly filter = h('input', {
    type: 'search',
    placeholder: 'canonical eta=3.2 …',
    'aria-label': 'Filter runs',
    oninput: () => this.changed({ filter: this.filter.value }),
  });
  readonly element = h(
    'div',
    { class: 'card' },
    h('div', { class: 'row' }, h('h2', {}, 'Runs'), this.filter, this.count),
    h(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Runs' },
      h('table', { class: 'runs' }, h('thead', {}, this.head), this.body),
    ),
  );

  constructor(
    private readonly changed: (change: Partial<TableState>) => void,
    private readonly colour: (id: string) => string | undefined,
  ) {}

  show(runs: RunRow[], state: TableState): void {
    if (document.activeElement !== this.filter) this.filter.value = state.filter;
    const matching = runs.filter(r => matches(r, state.filter));
    const column = COLUMNS.find(c => c.key === state.sort) ?? COLUMNS[4]!;
    matching.sort((a, b) => compare(column.value(a), column.value(b)) * (state.descending ? -1 : 1));
    this.count.textContent =
      matching.length === runs.length ? `${runs.length} runs` : `${matching.length} of ${runs.length} runs`;
    fill(
      this.head,
      h('th', { scope: 'col' }, h('span', { class: 'hush' }, 'Shown')),
      ...COLUMNS.map(c => this.title(c, state)),
    );
    fill(this.body, ...matching.map(r => this.row(r, state)));
    if (runs.length === 0) {
      fill(
        this.body,
        h(
          'tr',
          {},
          h('td', { colspan: 11, class: 'note' }, 'No runs yet: start one in Watch, or with eos run.'),
        ),
      );
    }
  }

  private title(column: Column, state: TableState): HTMLElement {
    const sorted = column.key === state.sort;
    return h(
      'th',
      {
        scope: 'col',
        class: column.numeric ? 'num' : null,
        'aria-sort': sorted ? (state.descending ? 'descending' : 'ascending') : null,
      },
      h(
        'button',
        {
          type: 'button',
          class: 'sort',
          onclick: () => this.changed({ sort: column.key, descending: sorted ? !state.descending : true }),
        },
        column.title,
        sorted && (state.descending ? ' ↓' : ' ↑'),
      ),
    );
  }

  private row(run: RunRow, state: TableState): HTMLElement {
    const shown = state.runs.includes(run.id);
    const box = h('input', {
      type: 'checkbox',
      checked: shown,
      'aria-label': `show ${run.id}`,
      onchange: () =>
        this.changed({
          runs: box.checked ? [...state.runs, run.id] : state.runs.filter(id => id !== run.id),
        }),
    });
    const mark = swatch({ colour: (shown && this.colour(run.id)) || 'transparent' });
    return h(
      'tr',
      { title: run.id },
      h('td', {}, box, mark),
      ...COLUMNS.map(c =>
        h('td', { class: c.numeric ? 'num' : null }, c.text?.(run) ?? String(c.value(run))),
      ),
    );
  }
}

/** How many claims hold and fail; a dash for a run without any, as one of a network. */
function claims(run: RunRow): string {
  const counts = [
    run.claimsHold > 0 ? `${run.claimsHold} ✓` : '',
    run.claimsFail > 0 ? `${run.claimsFail} ✕` : '',
  ];
  return counts.filter(c => c !== '').join(' ') || '–';
}

/** Whether every word is in the run's text; `key=value` asks for a setting. */
function matches(run: RunRow, filter: string): boolean {
  const settings = JSON.stringify(run.settings).replace(/["{}]/g, '').replace(/:/g, '=');
  const text = `${run.id} ${run.name} ${run.model} ${run.outcome} ${run.status} ${settings}`.toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word));
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a === b ? 0 : a - b;
  return String(a).localeCompare(String(b));
}
