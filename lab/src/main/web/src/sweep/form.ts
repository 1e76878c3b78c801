import { fill, h } from '../dom';
import { words } from '../format';
import type { Catalogue, Preset } from '../types';
import { choices, fromPreset, type Side, sideOf, type SweepState } from './state';

/** What is swept: one that the store has, or a preset with two settings, their ranges and the size. */
export class SweepForm {
  readonly element = h('form', {
    class: 'settings',
    onsubmit: (e: Event) => (e.preventDefault(), this.changed()),
  });
  private state: SweepState;
  private stored: string[] = [];

  /** `changed` is told when there is something new to draw. */
  constructor(
    private readonly catalogue: Catalogue,
    state: SweepState,
    private readonly changed: () => void,
  ) {
    this.state = state;
  }

  /** Shows a state, with the names of the store's sweeps to choose from. */
  show(state: SweepState, stored = this.stored): void {
    this.state = state;
    this.stored = stored;
    fill(
      this.element,
      this.source(),
      ...(state.stored
        ? []
        : [
            this.side('x', state.x),
            this.side('y', state.y),
            h(
              'fieldset',
              {},
              h('legend', {}, 'Size'),
              this.size('points', 'points a side'),
              this.size('steps', 'steps a run'),
            ),
            h('div', { class: 'row end' }, h('button', { type: 'submit', class: 'primary' }, 'Draw')),
          ]),
    );
  }

  private get preset(): Preset {
    return this.catalogue.presets.find(p => p.name === this.state.preset)!;
  }

  private source(): HTMLElement {
    const live = new Set(this.catalogue.models.filter(m => m.live).map(m => m.name));
    const presets = this.catalogue.presets.filter(p => live.has(p.model));
    const select = h(
      'select',
      {
        id: 'sweep-source',
        onchange: () => {
          const [kind, name = ''] = select.value.split(':');
          const preset = presets.find(p => p.name === name);
          if (kind === 'stored') Object.assign(this.state, { stored: name, column: 'passage' });
          else if (preset) Object.assign(this.state, fromPreset(this.catalogue, preset));
          this.show(this.state);
          this.changed();
        },
      },
      h('optgroup', { label: 'Swept here, around a preset' }, ...presets.map(p => option('preset', p.name))),
      this.stored.length > 0 &&
        h('optgroup', { label: 'Left by eos sweep' }, ...this.stored.map(name => option('stored', name))),
    );
    select.value = this.state.stored ? `stored:${this.state.stored}` : `preset:${this.state.preset}`;
    return h('div', { class: 'field' }, h('label', { for: 'sweep-source' }, 'Sweep'), select);
  }

  private side(which: 'x' | 'y', side: Side): HTMLElement {
    const settings = choices(this.catalogue, this.preset);
    const setting = h(
      'select',
      {
        'aria-label': `${which} axis`,
        onchange: () => {
          const chosen = settings.find(s => s.name === setting.value)!;
          this.state[which] = sideOf(chosen, this.preset);
          this.show(this.state);
        },
      },
      ...settings.map(s => h('option', { value: s.name }, words(s.name))),
    );
    setting.value = side.name;
    const end = (key: 'from' | 'to') => {
      const field = h('input', {
        type: 'text',
        inputmode: 'decimal',
        'aria-label': `${which} axis, ${key}`,
        value: Number(side[key].toPrecision(5)),
        onchange: () => (side[key] = Number(field.value)),
      });
      return field;
    };
    return h(
      'fieldset',
      {},
      h('legend', {}, `${which === 'x' ? 'Horizontal' : 'Vertical'}${side.log ? ', logarithmic' : ''}`),
      h('div', { class: 'row sides' }, setting, end('from'), h('span', {}, 'to'), end('to')),
    );
  }

  private size(key: 'points' | 'steps', label: string): HTMLElement {
    const field = h('input', {
      id: `sweep-${key}`,
      type: 'text',
      inputmode: 'numeric',
      value: this.state[key],
      onchange: () => (this.state[key] = Number(field.value)),
    });
    return h('div', { class: 'field' }, h('label', { for: `sweep-${key}` }, label), field);
  }
}

function option(kind: string, name: string): HTMLElement {
  return h('option', { value: `${kind}:${name}` }, name);
}
