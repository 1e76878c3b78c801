/** Builds an element: `h('button', { class: 'quiet', onclick: f }, 'Text')`. Text is always text, never markup. */
export type Child = Node | string | null | undefined | false;
type Attributes = Record<string, unknown>;

function assign(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on') && typeof value === 'function') {
      element.addEventListener(name.slice(2), value as EventListener);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, String(value));
    }
  }
}

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  assign(element, attributes);
  element.append(...children.filter((c): c is Node | string => c !== null && c !== undefined && c !== false));
  return element;
}

/** An icon from one SVG path on a 16 × 16 grid; hidden from screen readers, which read the button's label. */
export function icon(path: string): SVGSVGElement {
  const ns = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ns, 'svg');
  assign(svg, { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': true, class: 'icon' });
  const shape = document.createElementNS(ns, 'path');
  assign(shape, { d: path });
  svg.append(shape);
  return svg;
}

/** Replaces the children of an element. */
export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren(...children.filter((c): c is Node | string => !!c));
}
