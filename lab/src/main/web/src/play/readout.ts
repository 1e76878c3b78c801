import { post } from '../api';
import { fill, h } from '../dom';
import { number, PHASES, symbol, words } from '../format';
import type { PlayResult, Value } from '../types';

const HIDDEN = new Set(['step', 'time', 'beta1Significand', 'beta1Exponent', 'residual', 'products']);

function text(name: string, value: number | null | undefined): string {
  if (name === 'phase' && value) return (PHASES[value] ?? '').replace('phase ', '');
  if (name === 'clipped') return value ? 'yes' : 'no';
  return number(value, 7);
}

/** The exact values of every column at the step looked at. */
export class Readout {
  readonly element = h('dl', { class: 'readout' });
  private asked = '';
  private timer = 0;

  /** Asks for one step's values once the hand rests. */
  show(experiment: Record<string, Value>, step: number): void {
    const key = JSON.stringify([experiment, step]);
    if (key === this.asked) return;
    this.asked = key;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.load(experiment, step), 60);
  }

  private async load(experiment: Record<string, Value>, step: number): Promise<void> {
    try {
      const body = { experiment, from: step, to: step, pixels: 1 };
      this.fill(await post<PlayResult>('/api/step', body));
    } catch {
      // The run's own request says what is wrong.
    }
  }

  private fill(result: PlayResult): void {
    const entries = Object.entries(result.columns).filter(([name]) => !HIDDEN.has(name));
    fill(
      this.element,
      ...entries.map(([name, series]) => {
        const v = series.value[0];
        return h(
          'div',
          { title: name },
          h('dt', {}, /^eigenvalue\d/.test(name) ? words(name) : symbol(name)),
          h('dd', {}, text(name, v)),
        );
      }),
    );
  }
}
