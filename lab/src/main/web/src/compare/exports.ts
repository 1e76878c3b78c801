import { request } from '../backend';
import { savePicture } from '../plot/picture';
import type { Picture } from '../plot/snapshot';
import { saveReport } from '../report';
import { saveFile } from '../save';
import type { Exports } from '../exportmenu';

/** What a Compare view shows, for export. */
interface Shown {
  runs: string[];
  /** In words. */
  what: string;
  picture: Picture;
  table: HTMLElement;
}

/** What can be exported of it. */
export function exports(shown: () => Shown): Exports {
  return {
    'Picture (SVG)': () => savePicture(shown().picture, 'svg', 'compare'),
    'Picture (PNG)': () => savePicture(shown().picture, 'png', 'compare'),
    'Columns of each run (CSV)': () => saveEach(shown().runs, 'csv'),
    'Experiment of each run (YAML)': () => saveEach(shown().runs, 'yaml'),
    'Report (HTML)': () => report(shown()),
  };
}

async function saveEach(runs: string[], kind: 'csv' | 'yaml'): Promise<void> {
  for (const id of runs) await saveFile(`/api/runs/${id}/${kind}`, `${id}.${kind}`);
}

async function report({ runs, what, picture, table }: Shown): Promise<void> {
  const yamls = await Promise.all(
    runs.map(async id => `# ${id}\n${await (await request(`/api/runs/${id}/yaml`)).text()}`),
  );
  await saveReport(
    {
      title: `Comparison of ${runs.length} runs`,
      text: [what],
      yaml: yamls.join('\n'),
      pictures: [picture],
      space: null,
      tables: [{ heading: 'Runs', table }],
    },
    'compare',
  );
}
