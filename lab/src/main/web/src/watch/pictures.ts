import { get } from '../api';
import { h } from '../dom';
import type { Subject } from './subject';

/** What the plot above does not show, in the words for who cannot see it. */
const SHOWN: Record<string, string> = {
  'spectral-density': 'the density of all eigenvalues of the Hessian over the steps',
  curvature: 'what was measured of the curvature over the steps, with its errors',
  opposing: 'the examples whose loss rises and falls most in a step, and those of the next step',
};

/** Milliseconds between two looks at what a run under way has measured. */
const PACE = 3000;

/** Pictures of what a run has measured: those of the store, or of a run under way as far as they have come. */
export class Pictures {
  readonly element = h('div', { class: 'pictures' });
  private shown = '';
  private looked = -Infinity;

  /** Those of this run; none when there is no run. */
  show(subject: Subject | null): void {
    if (subject?.number != null && subject.measured) {
      void this.follow(subject.number);
      return;
    }
    const id = subject?.id ?? '';
    const pictures = subject?.pictures ?? [];
    const names = Object.keys(SHOWN).filter(name => pictures.includes(name));
    if (this.turnTo([id, ...names].join('/'))) this.draw(names, name => `/api/runs/${id}/pictures/${name}`);
  }

  /** Whether another run's are shown from now on. */
  private turnTo(key: string): boolean {
    if (key === this.shown) return false;
    this.shown = key;
    this.looked = -Infinity;
    return true;
  }

  private async follow(run: number): Promise<void> {
    const key = `live/${run}`;
    if (this.turnTo(key)) this.element.replaceChildren();
    if (performance.now() - this.looked < PACE) return;
    this.looked = performance.now();
    try {
      const { pictures } = await get<{ pictures: Record<string, string> }>(`/api/live/${run}/pictures`);
      const names = Object.keys(SHOWN).filter(name => name in pictures);
      if (this.shown === key)
        this.draw(names, name => `data:image/svg+xml,${encodeURIComponent(pictures[name]!)}`);
    } catch {
      // The next look, or the store once it has the run, shows what this one has not.
    }
  }

  private draw(names: string[], source: (name: string) => string): void {
    this.element.replaceChildren(
      ...names.map(name => h('img', { src: source(name), alt: SHOWN[name]!, 'data-name': name })),
    );
  }
}
