import { message } from './api';
import { h } from './dom';

/** The files that a view exports, by the words on its menu. */
export type Exports = Record<string, () => Promise<void>>;

/** The menu of downloads that every view has. */
export function exportMenu(exports: Exports): HTMLElement {
  const problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  const menu = h(
    'details',
    { class: 'menu' },
    h('summary', { class: 'quiet' }, 'Export'),
    h(
      'div',
      { class: 'items' },
      ...Object.entries(exports).map(([words, make]) =>
        h(
          'button',
          {
            type: 'button',
            onclick: async () => {
              problem.hidden = true;
              try {
                await make();
                menu.open = false;
              } catch (error) {
                problem.textContent = message(error);
                problem.hidden = false;
              }
            },
          },
          words,
        ),
      ),
      problem,
    ),
  );
  menu.addEventListener('keydown', e => {
    if (e.key !== 'Escape') return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  menu.addEventListener('focusout', e => {
    if (e.relatedTarget instanceof Node && !menu.contains(e.relatedTarget)) menu.open = false;
  });
  return menu;
}
