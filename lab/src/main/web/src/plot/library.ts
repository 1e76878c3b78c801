import type * as Library from 'plotly.js';

/**
 * The plotting library, in bundles: each is fetched when a plot of its kind is first drawn, so that the lines of the first view
 * do not wait for heat maps or 3-D.
 */
type Bundle = () => Promise<typeof Library>;

/** Lines and points in a plane. */
export const lines: Bundle = async () => (await import('plotly.js-basic-dist-min')).default;

/** Heat maps. */
export const maps: Bundle = async () => (await import('plotly.js-cartesian-dist-min')).default;

/** Curves in space. */
export const spaces: Bundle = async () => (await import('plotly.js-gl3d-dist-min')).default;

/** The bundle that can draw these traces. */
export function bundleFor(traces: Library.Data[]): Bundle {
  if (traces.some(trace => trace.type === 'heatmap')) return maps;
  return traces.some(trace => trace.type === 'scatter3d') ? spaces : lines;
}
