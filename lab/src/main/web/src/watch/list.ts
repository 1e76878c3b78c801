import { fill, h } from '../dom';
import { runLabel } from '../format';
import type { LiveRun, RunRow } from '../types';

/** Stored runs beyond this many are for Compare. */
const MOST = 40;

/** The runs that can be watched: those of this server by number, older ones by id. */
export class RunList {
  readonly element = h('ul', { class: 'livelist' });

  constructor(private readonly chosen: (which: number | string) => void) {}

  show(live: LiveRun[], stored: RunRow[], watched: number | string | null): void {
    const taken = new Set(live.map(r => r.id));
    const older = stored.filter(r => !taken.has(r.id)).slice(0, MOST);
    const entry = (which: number | string, name: string, note: string) =>
      this.entry(which, name, note, which === watched);
    fill(
      this.element,
      ...live.map(r => entry(r.number, runLabel(r.name, r.experiment.eta), `${r.status} · ${percent(r)}`)),
      ...older.map(r =>
        entry(
          r.id,
          runLabel(r.name, r.settings.eta),
          `${r.status} · ${r.started.slice(0, 16).replace('T', ' ')}`,
        ),
      ),
    );
  }

  private entry(which: number | string, name: string, note: string, current: boolean): HTMLElement {
    return h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          'aria-current': current ? 'true' : null,
          onclick: () => this.chosen(which),
        },
        h('b', {}, name),
        h('small', {}, note),
      ),
    );
  }
}

function percent(run: LiveRun): string {
  return run.last > 0 ? `${Math.floor((100 * run.step) / run.last)} %` : '';
}
