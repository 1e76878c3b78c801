import { postRaw } from '../api';
import { savePicture } from '../plot/picture';
import type { Picture } from '../plot/still';
import { type Report, saveReport } from '../report';
import { saveFrom } from '../save';
import type { Offers } from '../takehome';
import type { Value } from '../types';

/** What a Play view shows, as far as it can be taken home. */
export interface Shown {
  experiment: Record<string, Value>;
  name: string;
  about: string[];
  timeline: Picture;
  plane: Picture | null;
  space: Report['space'];
  claims: HTMLElement;
}

async function yaml(experiment: Record<string, Value>): Promise<string> {
  return (await postRaw('/api/export/yaml', { experiment })).text();
}

/** The menu's entries for the view as it is when one is chosen. */
export function offers(shown: () => Shown): Offers {
  return {
    'Picture (SVG)': () => savePicture(shown().timeline, 'svg', shown().name),
    'Picture (PNG)': () => savePicture(shown().timeline, 'png', shown().name),
    'Every column at every step (CSV)': () =>
      saveFrom('/api/export/csv', { experiment: shown().experiment }, `${shown().name}.csv`),
    'Experiment (YAML)': () =>
      saveFrom('/api/export/yaml', { experiment: shown().experiment }, `${shown().name}.yaml`),
    'Report (HTML)': async () => {
      const s = shown();
      await saveReport(
        {
          title: s.name,
          text: s.about,
          yaml: await yaml(s.experiment),
          pictures: [s.timeline, ...(s.plane ? [s.plane] : [])],
          space: s.space,
          tables: [s.claims],
        },
        s.name,
      );
    },
  };
}
