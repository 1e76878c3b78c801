import { palette, theme } from '../../plot/theme';
import type { Colour } from './scene';

/** The colour of a word beside what it names: where that is too pale for letters, a darker one. */
export function ink(colour: Colour): string {
  if (theme() === 'dark') return shade(colour);
  return { odd: '#7d5d00', flow: '#006b4d' }[colour as string] ?? shade(colour);
}

/** A colour of the theme on the screen. */
export function shade(colour: Colour): string {
  const { series, muted, text } = palette();
  const colours: Record<Colour, string> = {
    run: series[0]!,
    edge: series[1]!,
    flow: series[2]!,
    odd: series[4]!,
    constrained: series[3]!,
    quiet: theme() === 'dark' ? '#b9a3f0' : '#6f55b0',
    loss: text,
    muted,
    text,
    unstable: theme() === 'dark' ? 'rgba(240,133,58,.17)' : 'rgba(191,63,0,.10)',
  };
  return colours[colour];
}
