import type * as Library from 'plotly.js';

/** Plotly, for heat maps and for pictures to export: fetched when the first of them is drawn. */
export async function plotly(): Promise<typeof Library> {
  return (await import('plotly.js-cartesian-dist-min')).default;
}
