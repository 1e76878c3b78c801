import { request } from '../backend';
import { get, post, postRaw } from '../api';
import type { Catalogue, Design, Settings, SweepRow } from '../types';
import { type Columns, type Direction, size } from './drawing';
import { PASSAGE, withPassage } from './passage';
import { contents, type SweepState } from './state';
import { type Windows, windowsOf } from './windows';

/** A sweep on the screen, whether made here or left in the store. */
export interface Source {
  name: string;
  x: Direction;
  y: Direction | null;
  grid: boolean;
  columns: Columns;
  /** The words for columns that do not bear the name of a setting. */
  words: Record<string, string>;
  /** The points of a traced border, of which the columns are then the regions. */
  border: Columns | null;
  windows: Windows | null;
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
  design: Design;
  axes: Direction[];
  runs: number;
  columns: Columns;
  words: Record<string, string>;
  border?: Columns;
}

/** The sweeps that the store has. */
export async function storedSweeps(): Promise<SweepRow[]> {
  return (await get<{ sweeps: SweepRow[] }>('/api/sweeps')).sweeps;
}

/** Makes the sweep that the state describes, or fetches it from the store. */
export function load(state: SweepState, catalogue: Catalogue): Promise<Source> {
  return state.stored ? stored(state.stored) : made(state, catalogue);
}

async function stored(name: string): Promise<Source> {
  const path = `/api/sweeps/${encodeURIComponent(name)}`;
  const sweep = await get<Stored>(path);
  const columns = withPassage(sweep.columns);
  const { border = null } = sweep;
  const [x, y = null] = sweep.axes;
  const place = (side: Direction, row: number) =>
    [...(columns[side.name] ?? []), ...(border?.[side.name] ?? [])][row];
  return {
    name,
    x: x!,
    y,
    grid: sweep.design === 'grid' && sweep.axes.length === 2,
    columns,
    words: { ...sweep.words, ...PASSAGE },
    border,
    windows: null,
    runs: sweep.runs,
    run: row =>
      get(
        border && y
          ? `${path}/at/${place(x!, row)}/${place(y, row)}`
          : `${path}/runs/${columns.index?.[row] ?? 0}`,
      ),
    yaml: async () => (await (await request(`${path}/yaml`)).text()).replace(/^---\n/, ''),
  };
}

async function made(state: SweepState, catalogue: Catalogue): Promise<Source> {
  const sweep = contents(state);
  const answer = await post<{ columns: Columns; words: Record<string, string> }>('/api/sweep', { sweep });
  const columns = withPassage(answer.columns);
  const preset = catalogue.presets.find(p => p.name === state.preset)!;
  const { x, y, steps } = state;
  const experiment = { ...preset.settings, model: preset.model };
  return {
    name: 'sweep',
    x,
    y,
    grid: true,
    columns,
    words: { ...answer.words, ...PASSAGE },
    border: null,
    windows: await windowsOf(experiment, x, y, columns),
    runs: size(columns),
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
