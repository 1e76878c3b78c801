import type { Annotations } from 'plotly.js';
import { plain } from '../format';
import { FONT } from './figure';
import { palette } from './theme';

/** A mark in the line's colour before its name. */
export function entry(name: string, colour: string): string {
  return `<span style="color:${colour}">━</span> ${plain(name)}`;
}

/** A key to the lines of a plot, above its right end; `top` is where the plot ends, from 0 to 1 of the whole. */
export function key(entries: string[], top: number): Partial<Annotations> {
  return {
    text: entries.join('&nbsp;&nbsp;&nbsp;'),
    xref: 'paper',
    yref: 'paper',
    x: 1,
    y: top,
    xanchor: 'right',
    yanchor: 'bottom',
    showarrow: false,
    font: { family: FONT, size: 12, color: palette().text },
  };
}
