import { h } from '../dom';
import { WORKS } from './references';

/** Where a reader came to the references from, and the way back there. */
let from: HTMLElement | null = null;

/** A work that a sentence names: leads to the references, from where one comes back; its address is the work's own. */
export function citation(name: string): HTMLElement {
  const work = WORKS[name]!;
  const element: HTMLElement = h(
    'a',
    {
      class: 'cite',
      href: work.address,
      title: `${work.authors}: ${work.title}`,
      onclick: (e: MouseEvent) => {
        if (e.ctrlKey || e.metaKey || e.shiftKey) return;
        e.preventDefault();
        from = element;
        arrive(name);
      },
    },
    work.cited,
  );
  return element;
}

function arrive(name: string): void {
  const entry = document.getElementById(`work-${name}`);
  if (!entry) return;
  for (const back of document.querySelectorAll<HTMLElement>('.works .back')) back.hidden = true;
  entry.querySelector<HTMLElement>('.back')!.hidden = false;
  entry.scrollIntoView({ block: 'center' });
  entry.focus({ preventScroll: true });
}

/** The list of all works. */
export function references(): HTMLElement {
  const entries = Object.entries(WORKS).map(([name, { authors, title, address }]) =>
    h(
      'li',
      { id: `work-${name}`, tabindex: -1 },
      `${authors}: `,
      h('a', { href: address, rel: 'noopener' }, title),
      '. ',
      h('button', { type: 'button', class: 'back link', hidden: true, onclick: goBack }, 'Back to the text'),
    ),
  );
  return h('ul', { class: 'works' }, ...entries);
}

function goBack(): void {
  from?.scrollIntoView({ block: 'center' });
  from?.focus({ preventScroll: true });
}
