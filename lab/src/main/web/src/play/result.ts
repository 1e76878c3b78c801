import { critical } from '../columns';
import { h } from '../dom';
import { endingText } from '../ending';
import { number, whole } from '../format';
import { type Event, Part } from '../freshness';
import type { PlayResult } from '../types';
import { scaleOf } from './edge';

/** How long a result stands before it is spoken, in milliseconds: a hand that slides would not want to hear all of them. */
const REST = 600;

/** What became of a run, in a sentence. */
export function resultText(result: PlayResult): string {
  const { outcome, ending, lastStep, threshold, firstCrossing, cycles } = result;
  if (threshold === null)
    return `A flow, which has no edge to cross; ends at S = ${number(sharpness(result))}.`;
  const many = cycles > 0 ? `, ${whole(cycles)} ${cycles === 1 ? 'cycle' : 'cycles'}` : '';
  const crossing =
    firstCrossing < 0
      ? `Stays below the edge${many}`
      : firstCrossing === 0
        ? `Starts beyond the edge${many}`
        : `Crosses the edge at step ${whole(firstCrossing)}${many}`;
  const period = ending?.kind === 'orbit' ? /period (\d+)/.exec(ending.evidence)?.[1] : undefined;
  if (period) return `${crossing.replace(many, '')}, ends on an orbit of period ${period}.`;
  if (outcome === 'diverged') return `${crossing}, diverges at step ${whole(lastStep)}.`;
  const at = sharpness(result);
  const restless = result.samples ? 'still oscillating at' : 'ends at';
  return `${crossing}, ${restless} ηS = ${number(at === null ? null : at * scaleOf(result))}.`;
}

function sharpness({ end, curvature }: PlayResult): number | null {
  return end[critical(Object.keys(end)) ?? ''] ?? end[curvature] ?? null;
}

/** What became of the run: in a line at once, spoken when it has stood for a while; below it the evidence of its end. */
export class Result {
  private readonly line = h('p', { class: 'result' });
  private readonly ending = h('p', { class: 'ending' });
  private readonly spoken = h('p', { class: 'hush', role: 'status' });
  private readonly shown = h(
    'div',
    { class: 'patient', 'aria-label': 'Result', role: 'group' },
    this.line,
    this.ending,
  );
  readonly element = h('div', {}, this.shown, this.spoken);
  private readonly part = new Part(this.shown, () => this.say('', ''));
  private timer = 0;

  /** The line. */
  get words(): string {
    return this.line.textContent;
  }

  mark(event: Event): void {
    this.part.mark(event);
  }

  show(result: PlayResult): void {
    this.part.mark('shown');
    this.say(resultText(result), endingText(result.ending));
  }

  private say(line: string, ending: string): void {
    this.line.textContent = line;
    this.ending.textContent = ending;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      if (this.spoken.textContent !== line) this.spoken.textContent = line;
    }, REST);
  }
}
