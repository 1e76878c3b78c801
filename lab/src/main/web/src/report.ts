import plotlyUrl from 'plotly.js-gl3d-dist-min/plotly-gl3d.min.js?url';
import { svg } from './plot/picture';
import type { Picture } from './plot/snapshot';
import { save } from './save';

export interface Report {
  title: string;
  /** Paragraphs above the pictures. */
  text: string[];
  /** The experiment's file. */
  yaml: string;
  /** Plots as still pictures. */
  pictures: Picture[];
  /** A 3-D plot that can be turned in the report. */
  space: { data: unknown; layout: unknown } | null;
  /** Tables as they are on the page, with their headings. */
  tables: { heading: string; table: HTMLElement }[];
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A table without buttons, boxes, titles or styles. */
function plainTable(table: HTMLElement): string {
  const copy = table.cloneNode(true) as HTMLElement;
  copy.querySelectorAll('button').forEach(b => b.replaceWith(b.textContent ?? ''));
  copy.querySelectorAll('input').forEach(box => box.replaceWith(box.checked ? '✓' : ''));
  copy
    .querySelectorAll('*')
    .forEach(e =>
      [...e.attributes].filter(a => a.name !== 'colspan').forEach(a => e.removeAttribute(a.name)),
    );
  return copy.outerHTML;
}

/** The plotting library and one figure, as a script: JSON cannot end the script early once `<` is escaped. */
async function turnable(space: NonNullable<Report['space']>): Promise<string> {
  const library = await (await fetch(plotlyUrl)).text();
  const figure = JSON.stringify(space).replace(/</g, '\\u003c');
  return (
    `<h2>Trajectory</h2><div id="space" style="height:520px"></div>` +
    `<script>${library.replace(/<\/script/g, '<\\/script')}</script>` +
    `<script>{const f=${figure};Plotly.newPlot('space',f.data,f.layout,{displaylogo:false,responsive:true})}</script>`
  );
}

/** Saves a report that opens anywhere, without a network. */
export async function saveReport(report: Report, name: string): Promise<void> {
  const pictures = await Promise.all(report.pictures.map(svg));
  const theme =
    document.documentElement.dataset.theme === 'dark' ? ['#15191e', '#e8eaed'] : ['#fff', '#1b1f24'];
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(report.title)}</title>
<style>body{max-width:1200px;margin:32px auto;padding:0 16px;font:16px/1.5 system-ui,sans-serif;background:${theme[0]};color:${theme[1]}}
table{border-collapse:collapse}th,td{padding:4px 12px 4px 0;text-align:left;vertical-align:top;border-bottom:1px solid #8886}
small{display:block;font-weight:400}svg{max-width:100%;height:auto}pre,.wide{overflow-x:auto}pre{padding:12px;border:1px solid #8886;border-radius:8px}</style>
<h1>${escaped(report.title)}</h1>
${report.text.map(t => `<p>${escaped(t)}</p>`).join('\n')}
${pictures.length > 0 ? '<h2>Plots</h2>' : ''}
${pictures.join('\n')}
${report.space ? await turnable(report.space) : ''}
${report.tables.map(({ heading, table }) => `<h2>${escaped(heading)}</h2><div class="wide">${plainTable(table)}</div>`).join('\n')}
<h2>Experiment</h2><pre>${escaped(report.yaml)}</pre></html>`;
  save(`${name}.html`, html, 'text/html');
}
