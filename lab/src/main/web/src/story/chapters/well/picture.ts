import type { Landscape } from '../../ask';
import type { Mark, Panel, Range, Scene } from '../../picture/scene';
import { ETA, type Well, WIDE } from './run';

/** The places that the cobweb shows. */
const SEEN = 40;

/** With so few step sizes visited the diagram is nearly empty, and says what to do. */
const FEW = 12;
const invitation: Mark = {
  kind: 'label',
  x: (ETA.low + ETA.high) / 2,
  y: 0,
  text: 'drag η: this fills up',
  colour: 'muted',
  align: 'left',
};

/** The ball in the well, its cobweb, and the diagram so far. */
export function picture(f: Well): Scene {
  return { panels: [well(f), cobweb(f), diagram(f)] };
}

function well({ ground, x, diverged }: Well): Panel {
  const seen = diverged ? x : x.slice(-SEEN);
  const first = x.length - seen.length;
  const height = (at: number) => nearest(ground, at, ground.loss);
  const dots = (odd: number): Mark => {
    const places = seen.filter((at, i) => (first + i) % 2 === odd && Math.abs(at) <= WIDE);
    return {
      kind: 'dots',
      x: places,
      y: places.map(height),
      colour: odd ? 'odd' : 'run',
      radius: 5,
      name: odd ? 'odd' : 'even',
    };
  };
  return {
    name: 'The double well, with the ball’s last places after even and odd steps',
    half: true,
    x: { title: 'x', range: [-WIDE, WIDE] },
    y: { title: 'loss L', range: [-0.06, 0.9] },
    marks: [
      { kind: 'line', x: ground.x, y: ground.loss, colour: 'text', width: 2, name: 'well' },
      dots(1),
      dots(0),
    ],
  };
}

/** The value of a map over the grid at a place between its points. */
function nearest(ground: Landscape, at: number, values: number[]): number {
  const place = ((at + WIDE) / (2 * WIDE)) * (ground.x.length - 1);
  const i = Math.max(0, Math.min(ground.x.length - 2, Math.floor(place)));
  return values[i]! + (place - i) * (values[i + 1]! - values[i]!);
}

function cobweb({ ground, x, diverged }: Well): Panel {
  const seen = diverged ? x.slice(0, SEEN) : x.slice(-SEEN);
  const xs: number[] = [];
  const ys: number[] = [];
  for (let i = 0; i + 1 < seen.length; i++) {
    xs.push(seen[i]!, seen[i]!);
    ys.push(seen[i]!, seen[i + 1]!);
  }
  const range: Range = [-WIDE, WIDE];
  return {
    name: 'Cobweb: the place after a step over the place before',
    half: true,
    extra: true,
    x: { title: 'x', range },
    y: { title: 'x a step later', range },
    marks: [
      { kind: 'line', x: range, y: range, colour: 'muted', width: 1 },
      { kind: 'line', x: ground.x, y: ground.next!, colour: 'text', width: 2 },
      { kind: 'line', x: xs, y: ys, colour: 'run', width: 1.2, name: 'cobweb' },
    ],
  };
}

function diagram({ eta, diagram, border }: Well): Panel {
  return {
    name: 'Bifurcation diagram: where the ball ends up, over the step sizes visited',
    share: 1.15,
    x: { title: 'η', range: [ETA.low, ETA.high] },
    y: { title: 'where it ends up', range: [-1.6, 1.6] },
    marks: [
      { kind: 'line', x: [border, border], y: [-1.6, 1.6], colour: 'edge', width: 1.2, dash: [6, 4] },
      { kind: 'label', x: border, y: -1.5, text: 'the edge ', colour: 'edge', align: 'right' },
      { kind: 'dots', x: diagram.eta, y: diagram.x, colour: 'run', radius: 1, name: 'diagram' },
      { kind: 'line', x: [eta, eta], y: [-1.6, 1.6], colour: 'text', width: 1 },
      ...(new Set(diagram.eta).size < FEW ? [invitation] : []),
    ],
  };
}
