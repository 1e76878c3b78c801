import { palette, theme } from '../../plot/theme';
import type { Colour } from './scene';

/** A colour of the theme on the screen. */
export function shade(colour: Colour): string {
  const { series, muted, text } = palette();
  const colours: Record<Colour, string> = {
    run: series[0]!,
    edge: series[1]!,
    flow: series[2]!,
    odd: series[1]!,
    other: series[3]!,
    muted,
    text,
    unstable: theme() === 'dark' ? 'rgba(240,133,58,.17)' : 'rgba(191,63,0,.10)',
  };
  return colours[colour];
}
