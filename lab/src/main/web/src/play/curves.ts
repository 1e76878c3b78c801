import { meant } from '../plot/theme';
import type { Overlays, Path } from '../types';

/** A curve in the plane and in space. */
export interface Curve {
  path: Path;
  name: string;
  colour: string;
}

/** The run. */
export function descent(path: Path): Curve {
  return { path, name: 'gradient descent', colour: meant('run') };
}

/** What is drawn beside the run. */
export function beside(overlays: Overlays | null): Curve[] {
  return [
    { path: overlays?.flow, name: 'gradient flow', colour: meant('flow') },
    { path: overlays?.constrained, name: 'constrained trajectory', colour: meant('constrained') },
  ].flatMap(c => (c.path ? [{ ...c, path: c.path }] : []));
}
