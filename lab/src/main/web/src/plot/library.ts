import type * as Library from 'plotly.js';

let library: Promise<typeof Library> | null = null;

/**
 * Plotly, for heat maps and for pictures to export: fetched when the first of them is drawn. Whoever asks while it is on its way gets the same promise, and so
 * comes in turn, as those who wait for an import each do not: an older diagram would be drawn over a newer one.
 */
export function plotly(): Promise<typeof Library> {
  library ??= fetched().catch((error: unknown) => {
    library = null;
    throw error;
  });
  return library;
}

async function fetched(): Promise<typeof Library> {
  return (await import('plotly.js-cartesian-dist-min')).default;
}
