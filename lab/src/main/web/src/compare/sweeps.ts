import { h } from '../dom';
import { symbol, whole } from '../format';
import type { SweepRow } from '../types';
import { type Column, type Contents, NONE, time } from './table';

const COLUMNS: Column<SweepRow>[] = [
  { key: 'sweep', title: 'Sweep', value: s => s.sweep, show: name },
  { key: 'model', title: 'Model', value: s => s.model ?? '' },
  { key: 'design', title: 'Design', value: s => s.design ?? '' },
  { key: 'axes', title: 'Axes', value: axes },
  { key: 'runs', title: 'Runs', value: s => s.made ?? NONE, show: runs, numeric: true },
  { key: 'started', title: 'Started (UTC)', value: s => s.started, show: s => time(s.started) },
];

/** The store's sweeps; a click opens the diagram of one. */
export const SWEEPS: Contents<SweepRow> = {
  title: 'Sweeps',
  columns: COLUMNS,
  searched: s => ({
    text: [s.sweep, s.model, s.design, ...(s.axes ?? [])].join(' '),
    fields: { model: s.model, design: s.design, runs: s.made },
  }),
  example: 'grid eta …',
  empty: 'No sweeps yet: make one with eos sweep; examples/ has some.',
};

function name({ sweep, made, error }: SweepRow): HTMLElement {
  if (error) return h('span', { title: error }, sweep, h('span', { class: 'bad' }, ' cannot be read'));
  if (!made) return h('span', {}, sweep);
  const href = `#/sweep?${new URLSearchParams({ stored: sweep }).toString()}`;
  return h('a', { href, 'data-key': sweep, title: 'open its diagram' }, sweep);
}

function axes(sweep: SweepRow): string {
  return (sweep.axes ?? []).map(symbol).join(' × ');
}

/** How many of its runs are there; of a border, how many it took. */
function runs({ design, made = 0, runs: all = 0, error }: SweepRow): string {
  if (error) return '–';
  return design === 'border' || made === all ? whole(made) : `${whole(made)} of ${whole(all)}`;
}
