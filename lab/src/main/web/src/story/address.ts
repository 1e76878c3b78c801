import { toQuery } from '../play/state';
import type { Settings } from '../types';
import type { Chapter, Played } from './chapter';
import { snapped, starting, type Values } from './knob';

/** A chapter as it was left. */
export interface Place {
  chapter: string;
  values: Values;
}

/** The address of the page with a chapter's knobs at these values. */
export function toAddress({ chapter, values }: Place): string {
  const query = new URLSearchParams({ chapter });
  for (const [name, value] of Object.entries(values)) query.set(name, String(value));
  return `#/story?${query}`;
}

/** The address of a run in Play: the start is settings there like the others. */
export function toPlay({ experiment: { model, start, ...set }, step = 0 }: Played): string {
  const settings = { ...set, ...(start as object) } as Settings;
  return `#/play?${toQuery({ model: String(model), settings, step, range: null, camera: null })}`;
}

/** The place that an address names; a knob that it lacks, or that is no number there, is at its start. Null where it names no chapter. */
export function fromQuery(chapters: Pick<Chapter, 'id' | 'knobs'>[], query: URLSearchParams): Place | null {
  const chapter = chapters.find(({ id }) => id === query.get('chapter'));
  if (!chapter) return null;
  const values = starting(chapter.knobs);
  for (const knob of chapter.knobs) {
    const text = query.get(knob.name)?.trim();
    if (text && Number.isFinite(Number(text))) values[knob.name] = snapped(knob, Number(text));
  }
  return { chapter: chapter.id, values };
}
