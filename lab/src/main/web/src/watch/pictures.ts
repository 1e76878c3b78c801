import { h } from '../dom';
import type { Subject } from './subject';

/** What the plot above does not show, in the words for who cannot see it. */
const SHOWN: Record<string, string> = {
  'spectral-density': 'the density of all eigenvalues of the Hessian over the steps',
  curvature: 'what was measured of the curvature over the steps, with its errors',
};

/** Pictures of a run, as they are in the store. */
export class Pictures {
  readonly element = h('div', { class: 'pictures' });
  private shown = '';

  /** Those of this run; none when there is no run. */
  show(subject: Subject | null): void {
    const id = subject?.id ?? '';
    const pictures = subject?.pictures ?? [];
    const names = Object.keys(SHOWN).filter(name => pictures.includes(name));
    const key = [id, ...names].join('/');
    if (key === this.shown) return;
    this.shown = key;
    this.element.replaceChildren(
      ...names.map(name => h('img', { src: `/api/runs/${id}/pictures/${name}`, alt: SHOWN[name]! })),
    );
  }
}
