export type Point = [number, number, number];

/** The size of the unit cube's picture, in parts of that of the picture, seen from a distance of 1 per unit of `eye`. */
const ZOOM = 1.34;

/** Half the room that numbers take on the left, in pixels. */
const LABELS = 8;

const CORNERS = [-0.5, 0.5].flatMap(x => [-0.5, 0.5].flatMap(y => [-0.5, 0.5].map((z): Point => [x, y, z])));

/** Looks from `eye` at the middle of the unit cube around the origin, in perspective. */
export class Camera {
  private readonly forward: Point;
  private readonly right: Point;
  private readonly up: Point;
  private readonly scale: number;
  /** What moves the cube's picture to the middle. */
  private shift: [number, number] = [0, 0];

  constructor(
    private readonly eye: Point,
    width: number,
    height: number,
  ) {
    this.forward = unit(eye.map(c => -c) as Point);
    this.right = unit(cross(this.forward, [0, 0, 1]));
    this.up = cross(this.right, this.forward);
    this.scale = ZOOM * Math.min(width, height);
    const corners = CORNERS.map(c => this.project(c));
    const middle = (i: 0 | 1) => {
      const places = corners.map(c => c[i]);
      return (Math.min(...places) + Math.max(...places)) / 2;
    };
    this.shift = [width / 2 - middle(0) + LABELS, height / 2 - middle(1)];
  }

  /** Where a point of space is in the picture, in pixels. */
  project([x, y, z]: Point): [number, number] {
    const d: Point = [x - this.eye[0], y - this.eye[1], z - this.eye[2]];
    const s = this.scale / dot(d, this.forward);
    return [this.shift[0] + s * dot(d, this.right), this.shift[1] - s * dot(d, this.up)];
  }
}

/** The eye after a turn about the vertical axis and towards the zenith, in radians, at `distance` times its distance. */
export function turned([x, y, z]: Point, about: number, rise: number, distance = 1): Point {
  const far = Math.min(8, Math.max(0.9, Math.hypot(x, y, z) * distance));
  const azimuth = Math.atan2(y, x) + about;
  const elevation = Math.min(1.5, Math.max(-1.5, Math.atan2(z, Math.hypot(x, y)) + rise));
  const flat = far * Math.cos(elevation);
  return [flat * Math.cos(azimuth), flat * Math.sin(azimuth), far * Math.sin(elevation)];
}

function dot(a: Point, b: Point): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function cross(a: Point, b: Point): Point {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function unit(a: Point): Point {
  const length = Math.hypot(...a);
  return a.map(c => c / length) as Point;
}
