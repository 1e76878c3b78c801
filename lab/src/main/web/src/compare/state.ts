/** What a Compare view shows; the address holds it. */
export interface CompareState {
  runs: string[];
  column: string;
  axis: 'step' | 'time';
  scale: 'linear' | 'log';
  sort: string;
  descending: boolean;
  filter: string;
}

export function fromQuery(query: URLSearchParams): CompareState {
  return {
    runs: (query.get('runs') ?? '').split(',').filter(Boolean),
    column: query.get('column') ?? 'sharpness',
    axis: query.get('axis') === 'time' ? 'time' : 'step',
    scale: query.get('scale') === 'log' ? 'log' : 'linear',
    sort: query.get('sort') ?? 'started',
    descending: query.get('order') !== 'up',
    filter: query.get('filter') ?? '',
  };
}

export function toQuery(state: CompareState): string {
  const query = new URLSearchParams({
    column: state.column,
    axis: state.axis,
    scale: state.scale,
    sort: state.sort,
  });
  if (state.runs.length > 0) query.set('runs', state.runs.join(','));
  if (!state.descending) query.set('order', 'up');
  if (state.filter) query.set('filter', state.filter);
  return query.toString();
}
