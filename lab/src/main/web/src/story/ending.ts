import { h } from '../dom';
import { references } from './citation';

/** What follows the last chapter: what to take along, where to go on, and whose work it is. */
export function ending(): HTMLElement {
  return h(
    'section',
    { class: 'conclusion', 'aria-labelledby': 'story-ending' },
    h('h2', { id: 'story-ending' }, 'What to take along'),
    h(
      'p',
      {},
      'The step size sets a limit to the sharpness. Learning what is quiet brings training to that limit; its own swing across the valley throws it back; and so it goes on along the limit, to an answer that the step size has chosen.',
    ),
    h(
      'p',
      {},
      'Next: change everything in this model, or take another, in ',
      h('a', { href: '#/play' }, 'Play'),
      '; or type a loss of your own there.',
    ),
    h('h3', {}, 'Told from'),
    references(),
  );
}
