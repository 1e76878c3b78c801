import { h } from '../dom';
import type { Value } from '../types';
import { fork } from './leave';
import type { Subject } from './subject';

/** Asks where a new run leaves the one on the screen, and with which learning rate. */
export class ForkForm {
  private readonly step = h('input', {
    id: 'fork-step',
    type: 'text',
    inputmode: 'numeric',
    onchange: () => {
      const read = this.read();
      if (typeof read !== 'string') this.chosen(read.step);
    },
  });
  private readonly eta = h('input', { id: 'fork-eta', type: 'text', inputmode: 'decimal' });
  private readonly problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  readonly element = h(
    'form',
    {
      class: 'row fork',
      hidden: true,
      onsubmit: (e: Event) => {
        e.preventDefault();
        this.send();
      },
    },
    h('span', { class: 'row' }, h('label', { for: 'fork-step' }, 'Fork at step'), this.step),
    h('span', { class: 'row' }, h('label', { for: 'fork-eta' }, 'with η ='), this.eta),
    h('button', { type: 'submit', class: 'primary' }, 'Fork'),
    h('span', { class: 'note' }, 'or click on the plot to choose the step'),
    this.problem,
  );
  private id = '';
  private last = 0;

  constructor(
    private readonly chosen: (step: number) => void,
    private readonly start: (step: number, set: Record<string, Value>) => void,
  ) {}

  /** Exports a fork of this run; what the user has typed stays while it is the same run. */
  offer(subject: Subject): void {
    this.last = subject.last;
    if (subject.id === this.id) return;
    this.id = subject.id;
    this.step.value = String(Math.floor(subject.step / 2));
    this.eta.value = String(subject.eta ?? '');
    this.problem.hidden = true;
  }

  choose(step: number): void {
    this.step.value = String(step);
    this.chosen(step);
  }

  private read() {
    return fork(this.step.value, this.eta.value, this.last);
  }

  private send(): void {
    const read = this.read();
    this.problem.hidden = typeof read !== 'string';
    if (typeof read === 'string') this.problem.textContent = read;
    else this.start(read.step, { eta: read.eta });
  }
}
