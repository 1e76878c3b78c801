import { h } from '../dom';
import type { Value } from '../types';
import type { Subject } from './subject';

/** Asks where a new run leaves the one on the screen, and with which learning rate. */
export class ForkForm {
  private readonly step = h('input', {
    id: 'fork-step',
    type: 'text',
    inputmode: 'numeric',
    onchange: () => this.chosen(Number(this.step.value)),
  });
  private readonly eta = h('input', { id: 'fork-eta', type: 'text', inputmode: 'decimal' });
  readonly element = h(
    'form',
    {
      class: 'row fork',
      hidden: true,
      onsubmit: (e: Event) => {
        e.preventDefault();
        this.fork(Number(this.step.value), { eta: Number(this.eta.value) });
      },
    },
    h('span', { class: 'row' }, h('label', { for: 'fork-step' }, 'Fork at step'), this.step),
    h('span', { class: 'row' }, h('label', { for: 'fork-eta' }, 'with η ='), this.eta),
    h('button', { type: 'submit', class: 'primary' }, 'Fork'),
    h('span', { class: 'note' }, 'or click on the plot to choose the step'),
  );
  private id = '';

  constructor(
    private readonly chosen: (step: number) => void,
    private readonly fork: (step: number, set: Record<string, Value>) => void,
  ) {}

  /** Offers a fork of this run; what the user has typed stays while it is the same run. */
  offer(subject: Subject): void {
    if (subject.id === this.id) return;
    this.id = subject.id;
    this.step.value = String(Math.floor(subject.step / 2));
    this.eta.value = String(subject.eta ?? '');
  }

  choose(step: number): void {
    this.step.value = String(step);
    this.chosen(step);
  }
}
