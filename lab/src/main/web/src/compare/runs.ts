import { h } from '../dom';
import { number, whole } from '../format';
import { swatch } from '../plot/legend';
import type { RunRow } from '../types';
import { type Column, type Contents, NONE, time } from './table';

const COLUMNS: Column<RunRow>[] = [
  { key: 'name', title: 'Run', value: r => r.name },
  { key: 'model', title: 'Model', value: r => r.model },
  {
    key: 'eta',
    title: 'η',
    value: r => Number(r.settings.eta ?? NONE),
    show: r => number(Number(r.settings.eta)),
    numeric: true,
  },
  {
    key: 'steps',
    title: 'Steps',
    value: r => Number(r.settings.steps ?? NONE),
    show: r => whole(Number(r.settings.steps)),
    numeric: true,
  },
  { key: 'started', title: 'Started (UTC)', value: r => r.started, show: r => time(r.started) },
  { key: 'outcome', title: 'Outcome', value: r => r.outcome || r.status },
  {
    key: 'firstCrossing',
    title: 'First crossing',
    value: r => r.firstCrossing ?? NONE,
    show: r => (r.firstCrossing === null ? '–' : whole(r.firstCrossing)),
    numeric: true,
  },
  { key: 'cycles', title: 'Cycles', value: r => r.cycles, show: r => whole(r.cycles), numeric: true },
  {
    key: 'claims',
    title: 'Claims',
    value: r => r.claimsHold - 1000 * r.claimsFail,
    show: claims,
    numeric: true,
  },
  {
    key: 'seconds',
    title: 'Seconds',
    value: r => r.seconds ?? NONE,
    show: r => number(r.seconds, 3),
    numeric: true,
  },
];

/** Which runs are drawn, in which colours, and who is told when others are to be. */
export interface Choice {
  chosen(): string[];
  colour(id: string): string | undefined;
  choose(runs: string[]): void;
}

/** The store's runs; those ticked are drawn over each other. */
export function runContents(choice: Choice): Contents<RunRow> {
  return {
    title: 'Runs',
    columns: [
      {
        key: 'shown',
        title: 'Shown',
        value: r => (choice.chosen().includes(r.id) ? 1 : 0),
        show: r => tick(r, choice),
      },
      ...COLUMNS,
    ],
    searched: run => ({ text: runText(run), fields: fieldsOf(run) }),
    example: 'canonical eta>1 …',
    empty: 'No runs yet: start one in Watch, or with eos run.',
  };
}

/** A box to tick, and the colour of the run's line. */
function tick({ id }: RunRow, { chosen, colour, choose }: Choice): HTMLElement {
  const shown = chosen().includes(id);
  const box = h('input', {
    type: 'checkbox',
    checked: shown,
    'data-key': id,
    'aria-label': `show ${id}`,
    onchange: () => choose(box.checked ? [...chosen(), id] : chosen().filter(other => other !== id)),
  });
  return h('span', { title: id }, box, swatch({ colour: (shown && colour(id)) || 'transparent' }));
}

/** How many claims hold and fail; a dash for a run without any, as one of a network. */
function claims(run: RunRow): string {
  const counts = [
    run.claimsHold > 0 ? `${run.claimsHold} ✓` : '',
    run.claimsFail > 0 ? `${run.claimsFail} ✕` : '',
  ];
  return counts.filter(c => c !== '').join(' ') || '–';
}

/** What a condition of the filter may name. */
function fieldsOf({
  settings,
  model,
  name,
  outcome,
  status,
  cycles,
  firstCrossing,
  seconds,
}: RunRow): Record<string, unknown> {
  return { ...settings, model, name, outcome, status, cycles, firstCrossing, seconds };
}

/** Its words, and each setting as `key=value`. */
function runText(run: RunRow): string {
  const settings = JSON.stringify(run.settings).replace(/["{}]/g, '').replace(/:/g, '=');
  return `${run.id} ${run.name} ${run.model} ${run.outcome} ${run.status} ${settings}`;
}
