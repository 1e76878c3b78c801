import { palette } from '../plot/theme';
import type { Overlays, Path } from '../types';

/** A curve in the plane and in space. */
export interface Curve {
  path: Path;
  name: string;
  colour: string;
}

/** The run. */
export function descent(path: Path): Curve {
  return { path, name: 'gradient descent', colour: palette().series[0]! };
}

/** What is drawn beside the run. */
export function beside(overlays: Overlays | null): Curve[] {
  const { series } = palette();
  return [
    { path: overlays?.flow, name: 'gradient flow', colour: series[2]! },
    { path: overlays?.constrained, name: 'constrained trajectory', colour: series[4]! },
  ].flatMap(c => (c.path ? [{ ...c, path: c.path }] : []));
}
