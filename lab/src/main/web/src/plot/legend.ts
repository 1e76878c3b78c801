import { fill, h } from '../dom';
import { PHASE_MEANING, PHASES } from '../format';
import type { Dash } from './description';
import { palette } from './theme';

const STYLES: Record<Dash, string> = { solid: 'solid', dash: 'dashed', dot: 'dotted' };

interface Entry {
  name: string;
  colour: string;
  dash?: Dash;
  /** Whether the colour fills an area. */
  area?: boolean;
}

/** Colours with words, above the plots that use them. */
export class Legend {
  readonly element = h('ul', { class: 'legend' });
  private shown = '';

  show(entries: Entry[]): void {
    const now = JSON.stringify(entries.map(e => [e.name, e.colour, e.dash]));
    if (now === this.shown) return;
    this.shown = now;
    fill(this.element, ...entries.map(entry => h('li', {}, swatch(entry), entry.name)));
  }

  /** The three phases of the minimalist model. */
  phases(): void {
    const { phases } = palette();
    this.show(
      [1, 2, 3].map(i => ({ colour: phases[i]!, name: `${PHASES[i]}: ${PHASE_MEANING[i]}`, area: true })),
    );
  }
}

/** A mark as the line is, or a patch of the colour. */
export function swatch({ colour, dash = 'solid', area = false }: Omit<Entry, 'name'>): HTMLElement {
  const mark = h('span', { class: area ? 'patch' : 'swatch', 'aria-hidden': true });
  if (area) mark.style.background = colour;
  else mark.style.borderTop = `3px ${STYLES[dash]} ${colour}`;
  return mark;
}
