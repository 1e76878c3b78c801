import type { Data } from 'plotly.js';
import { plain, symbol, words } from '../format';
import type { Windows } from './windows';

export type Columns = Record<string, (number | string | null)[]>;

/** A setting that a sweep goes along. */
export interface Direction {
  name: string;
  log: boolean;
}

/** What a diagram shows of a sweep. */
export interface Drawing {
  columns: Columns;
  x: Direction;
  /** Null when the sweep goes along one setting only: then the column is drawn upwards. */
  y: Direction | null;
  /** The column that the colour shows. */
  column: string;
  /** The words for columns that do not bear the name of a setting. */
  words: Record<string, string>;
  /** Whether the runs lie on a grid. */
  grid: boolean;
  /** The points of a traced border, with the values before and after them; the columns are the regions that it parts. */
  border: Columns | null;
  /** The borders of the EoS window, where the model proves one. */
  windows: Windows | null;
}

/** How a diagram draws, and which row of the sweep is at a point of a trace. */
export interface Drawn {
  traces: Data[];
  rowAt(point: number | [number, number], trace: number): number | undefined;
}

/** How many rows there are. */
export function size(columns: Columns): number {
  return Object.values(columns)[0]?.length ?? 0;
}

/** A column in words. */
export function columnWords(column: string, { words: stated }: { words: Record<string, string> }): string {
  return stated[column] ?? words(column);
}

/** The text beside the pointer: the place, the text of the point, and the column's number unless the text says it. */
export function hover(drawing: Drawing, number: string | null): string {
  const { x, y, column } = drawing;
  const lines = [`${plain(symbol(x.name))} = %{x:.4g}`];
  if (y) lines.push(`${plain(symbol(y.name))} = %{y:.4g}`);
  lines.push('%{text}');
  if (number) lines.push(`${plain(columnWords(column, drawing))}: ${number}`);
  return `${lines.join('<br>')}<extra></extra>`;
}
