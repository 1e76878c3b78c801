import type { Data, Layout } from 'plotly.js';
import { save } from '../save';
import { bundleFor } from './library';
import { palette } from './theme';

export const WIDTH = 1200;

/** A plot as an SVG document, on the theme's paper. */
export async function svg(plot: HTMLElement): Promise<string> {
  const url = await image(plot, 'svg');
  return decodeURIComponent(url.replace(/^data:image\/svg\+xml,/, ''));
}

async function image(plot: HTMLElement, format: 'svg' | 'png'): Promise<string> {
  const height = Math.round((WIDTH * plot.clientHeight) / Math.max(1, plot.clientWidth));
  const figure = plot as unknown as { data: Data[]; layout: Partial<Layout> };
  // Transparent on the page, so that the card shows; a picture has paper of its own.
  const layout = { ...figure.layout, paper_bgcolor: palette().paper };
  const library = await bundleFor(figure.data)();
  return library.toImage(
    { data: figure.data, layout },
    { format, width: WIDTH, height, scale: format === 'png' ? 2 : 1 },
  );
}

/** Saves a plot as a picture. */
export async function savePicture(plot: HTMLElement, format: 'svg' | 'png', name: string): Promise<void> {
  if (format === 'svg') {
    save(`${name}.svg`, await svg(plot), 'image/svg+xml');
    return;
  }
  const url = await image(plot, 'png');
  const bytes = Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), c => c.charCodeAt(0));
  save(`${name}.png`, new Blob([bytes], { type: 'image/png' }));
}
