import type { Catalogue, Model, Preset, Setting, Settings, Value } from '../types';
import { entered, stepsOf } from './entry';

/** Everything that a Play view shows, and nothing else: the URL holds it, so that an address reproduces a view. */
export interface PlayState {
  model: string;
  settings: Settings;
  /** The step looked at. */
  step: number;
  /** The steps on the screen; null for all. */
  range: [number, number] | null;
  /** The camera of the 3-D view as x, y, z; null for the usual one. */
  camera: [number, number, number] | null;
}

export function fromPreset(preset: Preset): PlayState {
  return { model: preset.model, settings: { ...preset.settings }, step: 0, range: null, camera: null };
}

/** The experiment's record, as a file holds it. */
export function record(state: PlayState): Record<string, Value> {
  return { model: state.model, ...state.settings };
}

/** The preset that these settings are, if any. */
export function presetOf(state: PlayState, catalogue: Catalogue): Preset | undefined {
  return catalogue.presets.find(
    p =>
      p.model === state.model &&
      Object.entries(p.settings).every(([name, value]) => String(state.settings[name]) === String(value)),
  );
}

/** Writes a state as the part of the address after `#/play?`. */
export function toQuery(state: PlayState): string {
  const query = new URLSearchParams({ model: state.model });
  for (const [name, value] of Object.entries(state.settings)) query.set(name, String(value));
  if (state.step > 0) query.set('at', String(state.step));
  if (state.range) query.set('range', state.range.join('..'));
  if (state.camera) query.set('camera', state.camera.map(x => x.toFixed(2)).join(','));
  return query.toString();
}

function read(setting: Setting, text: string): Value {
  return setting.kind === 'text' ? text : entered(text);
}

function numbers(text: string | null, separator: string, count: number): number[] | null {
  const parts = (text ?? '').split(separator).map(Number);
  return text && parts.length === count && parts.every(Number.isFinite) ? parts : null;
}

/** Reads a state from an address; settings that it lacks are those of the model's first preset, or the defaults. */
export function fromQuery(query: URLSearchParams, catalogue: Catalogue): PlayState | null {
  const preset = catalogue.presets.find(p => p.name === query.get('preset'));
  const name = query.get('model') ?? preset?.model;
  const model = catalogue.models.find(m => m.name === name);
  if (!model) return null;
  const base = preset ?? catalogue.presets.find(p => p.model === model.name);
  const settings = defaults(model, base);
  for (const setting of model.settings) {
    const text = query.get(setting.name);
    if (text !== null) settings[setting.name] = read(setting, text);
  }
  return {
    model: model.name,
    settings,
    step: Math.max(0, Number(query.get('at')) || 0),
    range: stepsOf(query.get('range'), Number(settings.steps) || Infinity),
    camera: numbers(query.get('camera'), ',', 3) as [number, number, number] | null,
  };
}

function defaults(model: Model, preset: Preset | undefined): Settings {
  const settings: Settings = {};
  for (const setting of model.settings) {
    const value = preset?.settings[setting.name] ?? setting.default;
    if (value !== null && value !== undefined) settings[setting.name] = value;
  }
  return settings;
}
