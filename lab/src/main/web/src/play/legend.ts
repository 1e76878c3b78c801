import { fill, h } from '../dom';
import { PHASE_MEANING, PHASES } from '../format';
import { palette } from '../plot/theme';

/** Colours with words, above the plots that use them. */
export class Legend {
  readonly element = h('ul', { class: 'legend' });

  show(entries: { colour: string; text: string; area?: boolean }[]): void {
    fill(
      this.element,
      ...entries.map(({ colour, text, area }) => {
        const mark = h('span', { class: area ? 'patch' : 'swatch', 'aria-hidden': true });
        mark.style.background = colour;
        return h('li', {}, mark, text);
      }),
    );
  }

  /** The three phases of the minimalist model. */
  phases(): void {
    const { phases } = palette();
    this.show(
      [1, 2, 3].map(i => ({ colour: phases[i]!, text: `${PHASES[i]}: ${PHASE_MEANING[i]}`, area: true })),
    );
  }
}
