import { column, learn } from '../columns';
import { post, superseded, Unanswered } from '../api';
import { fill, h } from '../dom';
import { type Event, Part } from '../freshness';
import { number, PHASE_MEANING, PHASES } from '../format';
import type { PlayResult, Value } from '../types';
import { described, grouped } from './readings';
import type { Exact } from './spot';

function text(name: string, value: number | null | undefined): string {
  const kind = column(name)?.kind;
  if (kind === 'phase' && value)
    return `${(PHASES[value] ?? '').replace('phase ', '')}, ${PHASE_MEANING[value]}`;
  if (kind === 'flag') return value ? 'yes' : 'no';
  return number(value, 7);
}

/** The exact values of every column at the step looked at, each with what it is. */
export class Readout {
  readonly element = h('div', { class: 'readout patient' });
  private readonly part = new Part(this.element, () => fill(this.element));
  private asked = '';
  private timer = 0;

  /** @param setting what the setting of a parameter is */
  constructor(
    private readonly read: (exact: Exact) => void,
    private readonly setting: (name: string) => string | undefined,
  ) {}

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

  private fill({ columns }: PlayResult): void {
    const groups = grouped(Object.keys(columns)).map(({ title, names }) =>
      h(
        'section',
        {},
        h('h3', {}, title),
        h('dl', {}, ...names.map(name => this.row(name, columns[name]!.value[0]))),
      ),
    );
    fill(this.element, ...groups);
  }

  private row(name: string, value: number | null | undefined): HTMLElement {
    const { sign, about } = described(name, this.setting(name));
    return h(
      'div',
      { title: name },
      h('dt', {}, sign !== '' && h('b', {}, sign), ' ', about),
      h('dd', {}, text(name, value)),
    );
  }
}
