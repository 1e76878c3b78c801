import { post, superseded } from '../api';
import { learn } from '../columns';
import { h } from '../dom';
import { number, symbol } from '../format';
import { Stack } from '../plot/stack';
import { resultText } from '../play/result';
import { timeline } from '../play/timeline';
import type { Column, PlayResult } from '../types';
import type { Source } from './source';

/** How long the pointer rests on a run before it is made, in milliseconds. */
const REST = 90;

const ROLES: Column['role'][] = ['phase', 'sharpness', 'preconditioned-sharpness', 'loss'];

/** The run under the pointer or the keyboard, small and live, with what becomes of it in words. */
export class Preview {
  private readonly words = h('p', { class: 'note', role: 'status' }, PROMPT);
  private readonly plot = new Stack('preview', 'ηS and the loss of the run under the mark', {});
  private readonly box = h('div', { class: 'plotbox small', hidden: true }, this.plot.element);
  readonly element = h(
    'div',
    { class: 'previewbox' },
    h('h2', {}, 'The run under the pointer'),
    this.words,
    this.box,
  );
  private asked = '';
  private timer = 0;

  /** Nothing is pointed at. */
  clear(): void {
    clearTimeout(this.timer);
    this.asked = '';
    this.words.textContent = PROMPT;
    this.box.hidden = true;
  }

  /** Shows the run of a row, if its model is `live`; its place and its passage at once. */
  show(source: Source, row: number, live: (model: string) => boolean): void {
    const place = placeText(source, row);
    if (place === this.asked) return;
    this.asked = place;
    this.words.textContent = place;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.load(source, row, place, live), REST);
  }

  private async load(
    source: Source,
    row: number,
    place: string,
    live: (model: string) => boolean,
  ): Promise<void> {
    try {
      const { model, settings } = await source.run(row);
      if (place !== this.asked || !live(model)) return;
      this.box.hidden = false;
      const body = { experiment: { model, ...settings }, pixels: this.plot.pixels, roles: ROLES };
      const result = await post<PlayResult>('/api/play', body, 'preview');
      if (place !== this.asked) return;
      learn(result.described);
      const { x, panels } = timeline(result, []);
      this.plot.draw({ x, panels: panels.slice(0, 2) });
      this.words.textContent = `${place}. ${resultText(result)}`;
    } catch (error) {
      if (!superseded(error) && place === this.asked) this.box.hidden = true;
    }
  }
}

const PROMPT = 'Point at a run, or go to one with the arrow keys, to see it here.';

/** Where a row is, and how it passes the edge. */
export function placeText({ columns, border, x, y }: Source, row: number): string {
  const rows = Object.values(columns)[0]?.length ?? 0;
  const value = (name: string) => (row < rows ? columns[name]?.[row] : border?.[name]?.[row - rows]);
  const at = [x, ...(y ? [y] : [])].map(
    side => `${symbol(side.name)} = ${number(Number(value(side.name)), 4)}`,
  );
  const became = value('passage') ?? value('regime');
  return [at.join(', '), became].filter(Boolean).join(': ');
}
