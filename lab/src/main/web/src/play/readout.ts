import { column, learn, role } from '../columns';
import { post, superseded, Unanswered } from '../api';
import { fill, h } from '../dom';
import { type Event, Part } from '../freshness';
import { number, PHASES, symbol, words } from '../format';
import type { PlayResult, Value } from '../types';
import type { Exact } from './spot';

/** What a reader of the numbers has no use for. */
const HIDDEN = ['clock', 'evidence', 'part'];

function text(name: string, value: number | null | undefined): string {
  const kind = column(name)?.kind;
  if (kind === 'phase' && value) return (PHASES[value] ?? '').replace('phase ', '');
  if (kind === 'flag') return value ? 'yes' : 'no';
  return number(value, 7);
}

/** The exact values of every column at the step looked at. */
export class Readout {
  readonly element = h('dl', { class: 'readout patient' });
  private readonly part = new Part(this.element, () => fill(this.element));
  private asked = '';
  private timer = 0;

  constructor(private readonly read: (exact: Exact) => void) {}

  mark(event: Event): void {
    this.part.mark(event);
    // What was shown is shown again only when it has been asked for once more.
    this.asked = '';
  }

  /** Asks for one step's values once the hand rests. */
  show(experiment: Record<string, Value>, step: number): void {
    const key = JSON.stringify([experiment, step]);
    if (key === this.asked) return;
    this.asked = key;
    clearTimeout(this.timer);
    this.part.mark('asked');
    this.timer = window.setTimeout(() => void this.load(key, experiment, step), 60);
  }

  private async load(key: string, experiment: Record<string, Value>, step: number): Promise<void> {
    try {
      const body = { experiment, from: step, to: step, pixels: 1 };
      const result = await post<PlayResult>('/api/step', body);
      if (key !== this.asked) return;
      learn(result.described);
      this.fill(result);
      this.part.mark('shown');
      const entries = Object.entries(result.columns).map(([name, { value }]) => [name, value[0] ?? null]);
      this.read({ step, values: Object.fromEntries(entries) });
    } catch (error) {
      // The run's own request says what is wrong.
      if (key === this.asked && !superseded(error))
        this.mark(error instanceof Unanswered ? 'lost' : 'failed');
    }
  }

  private fill(result: PlayResult): void {
    const entries = Object.entries(result.columns).filter(([name]) => !HIDDEN.includes(role(name) ?? ''));
    fill(
      this.element,
      ...entries.map(([name, series]) => {
        const v = series.value[0];
        return h(
          'div',
          { title: name },
          h('dt', {}, role(name) === 'eigenvalue' ? words(name) : symbol(name)),
          h('dd', {}, text(name, v)),
        );
      }),
    );
  }
}
