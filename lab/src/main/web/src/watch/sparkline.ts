import { extent } from '../plot/ranges';
import type { Spark } from '../types';

const WIDTH = 72;
const HEIGHT = 22;
const SVG = 'http://www.w3.org/2000/svg';

/** What is held against the threshold over the steps, with the threshold dashed, as large as a word; null where there is nothing to draw. */
export function sparkline({ series, threshold }: Spark): SVGSVGElement | null {
  if (!series || series.step.length < 2) return null;
  const [, most] = extent(series.value);
  const top = 1.08 * Math.max(most, threshold ?? 0);
  if (!(top > 0)) return null;
  const last = series.step.at(-1)!;
  const x = (step: number) => ((step / last) * WIDTH).toFixed(1);
  const y = (value: number) => (HEIGHT - (Math.max(0, value) / top) * HEIGHT).toFixed(1);
  const points = series.step
    .map((step, i) => [step, series.value[i]] as const)
    .filter((point): point is [number, number] => point[1] !== null && point[1] !== undefined)
    .map(([step, value]) => `${x(step)},${y(value)}`);
  const svg = element('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'spark', 'aria-hidden': 'true' });
  if (threshold !== null) svg.append(element('path', { class: 'edge', d: `M0,${y(threshold)}H${WIDTH}` }));
  svg.append(element('polyline', { points: points.join(' ') }));
  return svg as SVGSVGElement;
}

function element(name: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
