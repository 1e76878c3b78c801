import type { Line, Range } from '../plot/description';
import type { Curve3 } from '../plot/scene';
import { colourFor } from '../plot/meaning';
import type { Palette } from '../plot/theme';
import type { Landmark } from '../types';

/** A landmark that says where one coordinate is, and nothing of the others: a line across the plane. */
function across({ at }: Landmark): [string, number] | null {
  const [only, ...others] = Object.keys(at);
  return only && others.length === 0 ? [only, at[only]![0]!] : null;
}

/** Where the edge is along a coordinate, if the model says so. */
export function edgeAlong(landmarks: Landmark[], name: string): number {
  const edge = landmarks.find(l => l.kind === 'edge' && across(l)?.[0] === name);
  return edge ? across(edge)![1] : NaN;
}

/** The landmarks in the plane of two coordinates, a straight one as far as the plane shows. */
export function inPlane(
  colours: Palette,
  landmarks: Landmark[],
  x: string,
  y: string,
  shown: [Range, Range],
): Line[] {
  return landmarks.flatMap((landmark): Line[] => {
    const name = landmark.name;
    const [along, value] = across(landmark) ?? [];
    if (along === x) return [{ ...look(colours, landmark), name, x: [value!, value!], y: [...shown[1]] }];
    if (along === y) return [{ ...look(colours, landmark), name, x: [...shown[0]], y: [value!, value!] }];
    const { [x]: xs, [y]: ys } = landmark.at;
    if (!xs || !ys) return [];
    return [{ ...look(colours, landmark), name, ...clipped(xs, ys, shown) }];
  });
}

/** The landmarks that are curves in the space of three coordinates, within ranges of them. */
export function inSpace(colours: Palette, landmarks: Landmark[], names: string[], ranges: Range[]): Curve3[] {
  return landmarks.flatMap((landmark): Curve3[] => {
    const columns = names.map(name => landmark.at[name]);
    if (!columns.every(column => column !== undefined)) return [];
    const inside = columns[0]!
      .map((_, i) => i)
      .filter(i => columns.every((column, c) => column[i]! >= ranges[c]![0] && column[i]! <= ranges[c]![1]));
    if (inside.length < 2) return [];
    const at = columns.map(column => inside.map(i => column[i]!));
    return [{ name: landmark.name, colour: look(colours, landmark).colour, width: 1.5, at }];
  });
}

/** The minima are a quiet line, the edge a dashed one. */
function look(colours: Palette, { kind }: Landmark): Pick<Line, 'colour' | 'width' | 'dash'> {
  return kind === 'edge'
    ? { colour: colourFor(colours, 'edge'), width: 1.5, dash: 'dash' }
    : { colour: colours.muted };
}

/** The points in the part of the plane that is shown, with one more on either side, so that the line leaves it. */
function clipped(xs: number[], ys: number[], [[left, right], [low, high]]: [Range, Range]) {
  const inside = xs.map((x, i) => x >= left && x <= right && ys[i]! >= low && ys[i]! <= high);
  const kept = xs.map((_, i) => i).filter(i => inside[i] || inside[i - 1] || inside[i + 1]);
  return { x: kept.map(i => xs[i]!), y: kept.map(i => ys[i]!) };
}
