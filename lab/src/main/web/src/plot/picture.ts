import type { Data, Layout } from 'plotly.js';
import { save } from '../save';
import type { Plot } from './figure';
import { plotly } from './library';
import type { Picture } from './snapshot';
import { palette } from './theme';

export const WIDTH = 1200;

/** What a plot shows that Plotly has drawn on the page. */
export function pictureOf(plot: Plot): Picture {
  const { data, layout } = plot as unknown as { data: Data[]; layout: Partial<Layout> };
  return { data, layout, aspect: plot.clientHeight / Math.max(1, plot.clientWidth) };
}

/** A picture as an SVG document, on the theme's paper. */
export async function svg(picture: Picture): Promise<string> {
  const url = await image(picture, 'svg');
  return decodeURIComponent(url.replace(/^data:image\/svg\+xml,/, ''));
}

async function image({ data, layout, aspect }: Picture, format: 'svg' | 'png'): Promise<string> {
  return (await plotly()).toImage(
    // Transparent on the page, so that the card shows; a picture has paper of its own.
    { data, layout: { ...layout, paper_bgcolor: palette().paper } },
    { format, width: WIDTH, height: Math.round(WIDTH * aspect), scale: format === 'png' ? 2 : 1 },
  );
}

/** Saves a picture. */
export async function savePicture(picture: Picture, format: 'svg' | 'png', name: string): Promise<void> {
  if (format === 'svg') {
    save(`${name}.svg`, await svg(picture), 'image/svg+xml');
    return;
  }
  const url = await image(picture, 'png');
  const bytes = Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), c => c.charCodeAt(0));
  save(`${name}.png`, new Blob([bytes], { type: 'image/png' }));
}
