import { get, post, postRaw } from '../api';
import type { Catalogue, Settings } from '../types';
import type { Columns, Direction } from './drawing';
import { contents, type SweepState } from './state';

/** A sweep on the screen, whether made here or left in the store. */
export interface Source {
  name: string;
  x: Direction;
  y: Direction | null;
  grid: boolean;
  columns: Columns;
  /** How many runs it has, of which the columns may show a part. */
  runs: number;
  /** The experiment of a row of the columns. */
  run(row: number): Promise<{ model: string; settings: Settings }>;
  /** Its sweep file. */
  yaml(): Promise<string>;
}

interface Stored {
  name: string;
  model: string;
  design: 'grid' | 'random' | 'sobol';
  axes: Direction[];
  runs: number;
  columns: Columns;
}

/** Makes the sweep that the state describes, or fetches it from the store. */
export function load(state: SweepState, catalogue: Catalogue): Promise<Source> {
  return state.stored ? stored(state.stored) : made(state, catalogue);
}

async function stored(name: string): Promise<Source> {
  const path = `/api/sweeps/${encodeURIComponent(name)}`;
  const sweep = await get<Stored>(path);
  return {
    name,
    x: sweep.axes[0]!,
    y: sweep.axes[1] ?? null,
    grid: sweep.design === 'grid' && sweep.axes.length === 2,
    columns: sweep.columns,
    runs: sweep.runs,
    run: row => get(`${path}/runs/${sweep.columns.index?.[row] ?? 0}`),
    yaml: async () => (await fetch(`${path}/yaml`)).text(),
  };
}

async function made(state: SweepState, catalogue: Catalogue): Promise<Source> {
  const sweep = contents(state);
  const { columns } = await post<{ columns: Columns }>('/api/sweep', { sweep });
  const preset = catalogue.presets.find(p => p.name === state.preset)!;
  const { x, y, steps } = state;
  return {
    name: 'sweep',
    x,
    y,
    grid: true,
    columns,
    runs: columns.index?.length ?? 0,
    run: async row => ({
      model: preset.model,
      settings: {
        ...preset.settings,
        steps,
        [x.name]: columns[x.name]?.[row] ?? 0,
        [y.name]: columns[y.name]?.[row] ?? 0,
      },
    }),
    yaml: async () => (await postRaw('/api/sweep/yaml', { sweep })).text(),
  };
}
