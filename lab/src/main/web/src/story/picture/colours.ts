import { meant, palette, theme } from '../../plot/theme';
import type { Colour } from './scene';

/** The colour of a word beside what it names: where that is too pale for letters, a darker one. */
export function ink(colour: Colour): string {
  if (theme() === 'dark') return shade(colour);
  return { odd: '#7d5d00', flow: '#006b4d' }[colour as string] ?? shade(colour);
}

/** A colour of the theme on the screen. */
export function shade(colour: Colour): string {
  const { muted, text } = palette();
  switch (colour) {
    case 'muted':
      return muted;
    case 'text':
      return text;
    case 'unstable':
      return theme() === 'dark' ? 'rgba(240,133,58,.17)' : 'rgba(191,63,0,.10)';
    default:
      return meant(colour);
  }
}
