import type * as Library from 'plotly.js';
import url from 'plotly.js-cartesian-dist-min/plotly-cartesian.min.js?url';

let loaded: Promise<typeof Library> | null = null;

/** Plotly, by a script beside the page: a page that is a file may not import another. */
export function plotly(): Promise<typeof Library> {
  loaded ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = () => resolve((window as unknown as { Plotly: typeof Library }).Plotly);
    script.onerror = () => reject(new Error(`${url} is missing beside the page`));
    document.head.append(script);
  });
  return loaded;
}
