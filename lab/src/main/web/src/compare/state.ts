import type { Order } from './table';

/** What a Compare view shows; the address holds it. */
export interface CompareState {
  runs: string[];
  column: string;
  axis: 'step' | 'time';
  scale: 'linear' | 'log';
  /** The table of runs. */
  table: Order;
  /** The table of sweeps. */
  sweeps: Order;
}

export function fromQuery(query: URLSearchParams): CompareState {
  return {
    runs: (query.get('runs') ?? '').split(',').filter(Boolean),
    column: query.get('column') ?? 'sharpness',
    axis: query.get('axis') === 'time' ? 'time' : 'step',
    scale: query.get('scale') === 'log' ? 'log' : 'linear',
    table: order(query, ''),
    sweeps: order(query, 'sweeps-'),
  };
}

export function toQuery({ runs, column, axis, scale, table, sweeps }: CompareState): string {
  const query = new URLSearchParams({ column, axis, scale });
  if (runs.length > 0) query.set('runs', runs.join(','));
  write(query, '', table);
  write(query, 'sweeps-', sweeps);
  return query.toString();
}

function order(query: URLSearchParams, prefix: string): Order {
  return {
    sort: query.get(`${prefix}sort`) ?? 'started',
    descending: query.get(`${prefix}order`) !== 'up',
    filter: query.get(`${prefix}filter`) ?? '',
  };
}

/** What is not as it is at first. */
function write(query: URLSearchParams, prefix: string, { sort, descending, filter }: Order): void {
  if (sort !== 'started') query.set(`${prefix}sort`, sort);
  if (!descending) query.set(`${prefix}order`, 'up');
  if (filter) query.set(`${prefix}filter`, filter);
}
