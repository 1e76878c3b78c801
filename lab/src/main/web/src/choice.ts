import { h } from './dom';

/** A few words of which one is chosen. */
export function choice(label: string, values: string[], chosen: (value: string) => void) {
  const buttons = values.map(v =>
    h('button', { type: 'button', 'aria-pressed': 'false', onclick: () => chosen(v) }, v),
  );
  return {
    element: h('div', { class: 'choice', role: 'group', 'aria-label': label }, ...buttons),
    show: (value: string) =>
      buttons.forEach((b, i) => b.setAttribute('aria-pressed', String(values[i] === value))),
  };
}
