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

/** Names in an address that are no settings. */
const OWN = ['model', 'preset', 'at', 'range', 'camera'];

/** A setting's name in an address: a parameter may be called as something else there. */
function key(name: string): string {
  return OWN.includes(name) ? `start.${name}` : name;
}

/** Whether these are all settings of the model, and all that it has. */
export function fits(model: Model, settings: Settings): boolean {
  const names = Object.keys(settings);
  return names.length === model.settings.length && model.settings.every(s => s.name in settings);
}

/** Writes a state as the part of the address after `#/play?`. */
export function toQuery(state: PlayState): string {
  const query = new URLSearchParams({ model: state.model });
  for (const [name, value] of Object.entries(state.settings)) query.set(key(name), String(value));
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
  const named = model.naming !== null && query.has(model.naming);
  const settings = defaults(model, base);
  if (named) takeNamed(query, model, settings);
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

/** What a text names is in the address, and need not be what the model's first preset has. */
function takeNamed(query: URLSearchParams, model: Model, settings: Settings): void {
  for (const { name, start, section } of model.settings)
    if ((start || section === 'constants') && !query.has(name)) delete settings[name];
  const known = new Set(model.settings.map(s => s.name));
  for (const [name, text] of query)
    if (!OWN.includes(name) && !known.has(name)) settings[name] = entered(text);
}

function defaults(model: Model, preset: Preset | undefined): Settings {
  const settings: Settings = {};
  for (const setting of model.settings) {
    const value = preset?.settings[setting.name] ?? setting.default;
    if (value !== null && value !== undefined) settings[setting.name] = value;
  }
  return settings;
}
