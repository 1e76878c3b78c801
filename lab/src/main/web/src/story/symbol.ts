import { h } from '../dom';
import { GLOSSARY } from './glossary';

const tip = h('div', { class: 'meaning', role: 'tooltip', id: 'symbol-tip', hidden: true });
let open: Element | null = null;

/** A symbol in the text, which says what it means when it is pointed at, has the keyboard, or is tapped. */
export function symbolElement(symbol: string): HTMLElement {
  return explained(h('button', { type: 'button', class: 'symbol' }, symbol), symbol);
}

/** Has an element say what a symbol means; of a sign that means nothing here the element as it is. */
export function explained<E extends HTMLElement | MathMLElement>(element: E, symbol: string): E {
  if (!(symbol in GLOSSARY)) return element;
  element.classList.add('explained');
  for (const event of ['pointerenter', 'focus', 'click'])
    element.addEventListener(event, () => show(element, symbol));
  for (const event of ['pointerleave', 'blur']) element.addEventListener(event, hide);
  element.addEventListener('keydown', e => (e as KeyboardEvent).key === 'Escape' && hide());
  return element;
}

function show(element: Element, symbol: string): void {
  open?.removeAttribute('aria-describedby');
  open = element;
  tip.textContent = GLOSSARY[symbol]!;
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
