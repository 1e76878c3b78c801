import { h } from '../dom';
import { GLOSSARY } from './glossary';

const tip = h('div', { class: 'meaning', role: 'tooltip', id: 'symbol-tip', hidden: true });
let open: HTMLElement | null = null;

/** A symbol that says what it means when it is pointed at, has the keyboard, or is tapped. */
export function symbolElement(symbol: string): HTMLElement {
  const element: HTMLElement = h(
    'button',
    {
      type: 'button',
      class: 'symbol',
      onpointerenter: () => show(element, symbol),
      onpointerleave: hide,
      onfocus: () => show(element, symbol),
      onblur: hide,
      onclick: () => show(element, symbol),
      onkeydown: (e: KeyboardEvent) => e.key === 'Escape' && hide(),
    },
    symbol,
  );
  return element;
}

function show(element: HTMLElement, symbol: string): void {
  open?.removeAttribute('aria-describedby');
  open = element;
  tip.textContent = GLOSSARY[symbol] ?? '';
  tip.hidden = false;
  document.body.append(tip);
  element.setAttribute('aria-describedby', tip.id);
  const at = element.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.left, innerWidth - tip.offsetWidth - 8));
  const above = at.top - tip.offsetHeight - 8;
  tip.style.left = `${left}px`;
  tip.style.top = `${above < 8 ? at.bottom + 8 : above}px`;
}

function hide(): void {
  open?.removeAttribute('aria-describedby');
  open = null;
  tip.hidden = true;
}
