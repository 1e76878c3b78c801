import { scaleFor } from '../play/scale';
import type { Catalogue, Preset, Setting } from '../types';

/** One side of a phase diagram. */
export interface Side {
  name: string;
  from: number;
  to: number;
  log: boolean;
}

/** What a Sweep view shows; the address holds it. */
export interface SweepState {
  /** The name of one that the store has; empty for one made here, which the rest describes. */
  stored: string;
  preset: string;
  x: Side;
  y: Side;
  points: number;
  steps: number;
  column: string;
}

/** The settings of a preset's model that a side can be. */
export function choices(catalogue: Catalogue, preset: Preset): Setting[] {
  const model = catalogue.models.find(m => m.name === preset.model);
  return (model?.settings ?? []).filter(s => s.kind === 'number');
}

/** A side around the preset's value. */
export function sideOf(setting: Setting, preset: Preset): Side {
  const value = Number(preset.settings[setting.name] ?? setting.default ?? 1);
  const { low, high, log } = scaleFor(setting, value, value);
  return log ? { name: setting.name, from: low, to: high, log } : beside(setting.name, low, high);
}

/** A linear side that leaves zero out, where many models are degenerate. */
function beside(name: string, low: number, high: number): Side {
  const rim = (high - low) / 50;
  return { name, from: low === 0 ? rim : low, to: high === 0 ? -rim : high, log: false };
}

export function fromPreset(catalogue: Catalogue, preset: Preset): SweepState {
  const settings = choices(catalogue, preset);
  const x = settings.find(s => s.name === 'eta') ?? settings[0]!;
  const y = settings.find(s => s.start && s.name !== x.name) ?? settings.find(s => s.name !== x.name) ?? x;
  return {
    stored: '',
    preset: preset.name,
    x: sideOf(x, preset),
    y: sideOf(y, preset),
    points: 40,
    steps: Math.min(6000, Number(preset.settings.steps) || 1000),
    column: 'passage',
  };
}

export function toQuery(state: SweepState): string {
  if (state.stored) return new URLSearchParams({ stored: state.stored, column: state.column }).toString();
  const side = (s: Side) => [s.name, s.from, s.to, s.log ? 'log' : 'linear'].join(',');
  return new URLSearchParams({
    preset: state.preset,
    x: side(state.x),
    y: side(state.y),
    points: String(state.points),
    steps: String(state.steps),
    column: state.column,
  }).toString();
}

function readSide(text: string | null): Side | null {
  const [name, from, to, scale] = (text ?? '').split(',');
  return name && from && to ? { name, from: Number(from), to: Number(to), log: scale === 'log' } : null;
}

export function fromQuery(query: URLSearchParams, catalogue: Catalogue): SweepState {
  const live = catalogue.presets.filter(p => catalogue.models.find(m => m.name === p.model)?.live);
  const preset = live.find(p => p.name === query.get('preset')) ?? live[0]!;
  const base = fromPreset(catalogue, preset);
  return {
    ...base,
    stored: query.get('stored') ?? '',
    x: readSide(query.get('x')) ?? base.x,
    y: readSide(query.get('y')) ?? base.y,
    points: Number(query.get('points')) || base.points,
    steps: Number(query.get('steps')) || base.steps,
    column: query.get('column') ?? base.column,
  };
}

/** The contents of the sweep file that a sweep made here is. */
export function contents({ preset, x, y, points, steps }: SweepState): Record<string, unknown> {
  const side = (s: Side) => ({ from: s.from, to: s.to, points, scale: s.log ? 'log' : 'linear' });
  return {
    preset,
    steps,
    sweep: { design: 'grid', axes: { [x.name]: side(x), [y.name]: side(y) } },
  };
}
