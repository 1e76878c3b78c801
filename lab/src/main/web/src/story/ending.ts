import { h } from '../dom';

/** The works that the story tells from: authors, title, where it is. */
const WORKS: [string, string, string][] = [
  [
    'Liu, Zhang, Du & Zhao (2025)',
    'A Minimalist Example of Edge-of-Stability and Progressive Sharpening',
    'https://arxiv.org/abs/2503.02809',
  ],
  [
    'Cohen, Kaur, Li, Kolter & Talwalkar (2021)',
    'Gradient Descent on Neural Networks Typically Occurs at the Edge of Stability',
    'https://arxiv.org/abs/2103.00065',
  ],
  [
    'Damian, Nichani & Lee (2022)',
    'Self-Stabilization: The Implicit Bias of Gradient Descent at the Edge of Stability',
    'https://arxiv.org/abs/2209.15594',
  ],
  [
    'Chen & Bruna (2022)',
    'Beyond the Edge of Stability via Two-step Gradient Updates',
    'https://arxiv.org/abs/2206.04172',
  ],
  [
    'Rosenfeld & Risteski (2023)',
    'Outliers with Opposing Signals Have an Outsized Effect on Neural Network Optimization',
    'https://arxiv.org/abs/2311.04163',
  ],
];

/** What follows the last chapter: what to take along, where to go on, and whose work it is. */
export function ending(): HTMLElement {
  return h(
    'section',
    { class: 'ending', 'aria-labelledby': 'story-ending' },
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
    h(
      'ul',
      {},
      ...WORKS.map(([authors, title, address]) =>
        h('li', {}, `${authors}: `, h('a', { href: address, rel: 'noopener' }, title), '.'),
      ),
    ),
    h(
      'p',
      { class: 'note' },
      'The model, its statements and the trade-off are the first one’s; the edge in networks the second’s; the throw-back the third’s; the double well the fourth’s; images that pull apart the fifth’s.',
    ),
  );
}
