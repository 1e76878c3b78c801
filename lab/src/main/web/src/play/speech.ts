import { number, symbol, whole } from '../format';
import type { Setting, Value } from '../types';

/** Whether its name has its section before it. */
function named(setting: Setting): boolean {
  return setting.section !== '' && setting.name.startsWith(`${setting.section}.`);
}

/** The name without its section. */
export function plainName(setting: Setting): string {
  return named(setting) ? setting.name.slice(setting.section.length + 1) : setting.name;
}

/** A setting in words, as it is called to who cannot see it: its symbol, and what it is. */
export function settingName(setting: Setting): string {
  const sign = setting.kind === 'text' ? plainName(setting) : symbol(plainName(setting));
  return `${sign}, ${setting.description}`;
}

/** A value in words: with the symbol that it is of, or the unit that it has, and what is known about it. */
export function valueText(setting: Setting, value: Value, about = ''): string {
  const number = typeof value === 'number' ? said(setting, value) : `${sign(setting)}${value}`;
  return about === '' ? number : `${number}, ${about}`;
}

function said(setting: Setting, value: number): string {
  if (setting.name === 'steps') return `${whole(value)} steps`;
  return `${sign(setting)}${number(value)}`;
}

function sign(setting: Setting): string {
  return `${symbol(plainName(setting))} = `;
}

/** Where a learning rate stands to the window of those that carry the start to the edge. */
export function placeIn(band: { low: number; high: number } | null, value: number): string {
  if (!band) return '';
  if (value <= band.low) return 'below the EoS window';
  return value > band.high ? 'above the EoS window' : 'in the EoS window';
}
