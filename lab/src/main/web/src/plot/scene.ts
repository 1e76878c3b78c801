import { Camera, type Point } from './camera';
import type { Range } from './description';
import { FONT } from './figure';
import { palette } from './theme';
import { ticks, tickText } from './ticks';

/** Curves in a box. */
export interface Scene {
  axes: { title: string; range: Range }[];
  curves: Curve3[];
}

export interface Curve3 {
  name: string;
  colour: string;
  width: number;
  /** The values along each axis. */
  at: number[][];
}

const LABELS = 5;

/** Nearer to a corner of the box, which is at 0.5, two axes would write their numbers over each other. */
const CORNER = 0.46;

/** Draws a scene, as seen from `eye`, with a dot at `spot`. */
export function paint(ctx: CanvasRenderingContext2D, scene: Scene, eye: Point, spot: Point | null): void {
  const ratio = devicePixelRatio;
  const [width, height] = [ctx.canvas.width / ratio, ctx.canvas.height / ratio];
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, width, height);
  const camera = new Camera(eye, width, height);
  box(ctx, scene, camera, eye);
  for (const curve of scene.curves) stroke(ctx, scene, camera, curve);
  if (spot) {
    ctx.fillStyle = palette().text;
    ctx.beginPath();
    ctx.arc(...camera.project(inBox(scene, spot)), 4.5, 0, 2 * Math.PI);
    ctx.fill();
  }
}

function inBox({ axes }: Scene, point: Point): Point {
  return point.map((v, i) => {
    const [low, high] = axes[i]!.range;
    return (v - low) / (high - low) - 0.5;
  }) as Point;
}

function stroke(ctx: CanvasRenderingContext2D, scene: Scene, camera: Camera, curve: Curve3): void {
  const [xs, ys, zs] = curve.at as [number[], number[], number[]];
  ctx.strokeStyle = curve.colour;
  ctx.lineWidth = curve.width;
  ctx.lineJoin = 'round';
  ctx.beginPath();
  xs.forEach((x, i) => ctx.lineTo(...camera.project(inBox(scene, [x, ys[i]!, zs[i]!]))));
  ctx.stroke();
}

/** The three sides behind the curves with a grid, and the numbers along the edges in front of them. */
function box(ctx: CanvasRenderingContext2D, scene: Scene, camera: Camera, eye: Point): void {
  const { grid, muted } = palette();
  const behind = eye.map(c => (c > 0 ? -0.5 : 0.5)) as Point;
  const marks = scene.axes.map(({ range: [low, high] }) =>
    ticks(low, high, LABELS).map(value => ({ value, at: (value - low) / (high - low) - 0.5 })),
  );
  ctx.strokeStyle = grid;
  ctx.lineWidth = 1;
  ctx.beginPath();
  const line = (from: Point, to: Point) => {
    ctx.moveTo(...camera.project(from));
    ctx.lineTo(...camera.project(to));
  };
  for (let side = 0; side < 3; side++) {
    for (const along of [0, 1, 2].filter(a => a !== side)) {
      const across = 3 - side - along;
      for (const at of [-0.5, 0.5, ...marks[along]!.map(m => m.at)]) {
        const from = [...behind] as Point;
        from[along] = at;
        const to = [...from] as Point;
        from[across] = -0.5;
        to[across] = 0.5;
        line(from, to);
      }
    }
  }
  ctx.stroke();
  ctx.fillStyle = muted;
  ctx.textBaseline = 'middle';
  edges(camera, behind).forEach((edge, axis) => {
    const label = (at: number, text: string, away: number) => {
      const point = [...edge] as Point;
      point[axis] = at;
      const [x, y] = camera.project(point);
      const [cx, cy] = camera.project(axis === 2 ? [0, 0, at] : [0, 0, edge[2]]);
      const far = Math.hypot(x - cx, y - cy) || 1;
      ctx.textAlign = axis === 2 ? (x < cx ? 'right' : 'left') : 'center';
      ctx.fillText(text, x + ((x - cx) / far) * away, y + ((y - cy) / far) * away + (axis === 2 ? 0 : 4));
    };
    ctx.font = `11px ${FONT}`;
    for (const { value, at } of marks[axis]!.filter(m => Math.abs(m.at) < CORNER))
      label(at, tickText(value), axis === 2 ? 8 : 13);
    ctx.font = `600 12px ${FONT}`;
    if (axis === 2) {
      const [x, y] = camera.project([edge[0], edge[1], 0.5]);
      ctx.textAlign = 'center';
      ctx.fillText(scene.axes[2]!.title, x, y - 12);
    } else label(0.02, scene.axes[axis]!.title, 32);
  });
}

/** A point of the edge along which each axis has its numbers: those of the floor that are nearest, and the leftmost upright. */
function edges(camera: Camera, behind: Point): Point[] {
  const [x, y, z] = behind;
  const uprights: Point[] = [
    [x, -y, 0],
    [-x, y, 0],
  ];
  const leftmost = uprights.sort((a, b) => camera.project(a)[0] - camera.project(b)[0])[0]!;
  return [[0, -y, z], [-x, 0, z], leftmost];
}
