import { postRaw } from '../api';
import { savePicture } from '../plot/picture';
import type { Picture } from '../plot/snapshot';
import { type Report, saveReport } from '../report';
import { saveFrom } from '../save';
import type { Exports } from '../exportmenu';
import type { Value } from '../types';

/** What a Play view shows, as far as it can be exported. */
export interface Shown {
  /** Whether the plots are those of the experiment. */
  fresh: boolean;
  experiment: Record<string, Value>;
  name: string;
  about: string[];
  timeline: Picture;
  plane: Picture | null;
  space: Report['space'];
  /** Null while they are not those of the experiment. */
  claims: HTMLElement | null;
}

async function yaml(experiment: Record<string, Value>): Promise<string> {
  return (await postRaw('/api/export/yaml', { experiment })).text();
}

/** The menu's entries for the view as it is when one is chosen. */
export function exports(shown: () => Shown): Exports {
  const drawn = () => {
    const now = shown();
    if (!now.fresh)
      throw new Error('The plots on the screen are not those of the settings: wait until they are drawn.');
    return now;
  };
  return {
    'Picture (SVG)': async () => savePicture(drawn().timeline, 'svg', shown().name),
    'Picture (PNG)': async () => savePicture(drawn().timeline, 'png', shown().name),
    'Every column at every step (CSV)': () =>
      saveFrom('/api/export/csv', { experiment: shown().experiment }, `${shown().name}.csv`),
    'Experiment (YAML)': () =>
      saveFrom('/api/export/yaml', { experiment: shown().experiment }, `${shown().name}.yaml`),
    'Report (HTML)': async () => {
      const s = drawn();
      await saveReport(
        {
          title: s.name,
          text: s.claims ? s.about : [...s.about, 'The claims have not been checked.'],
          yaml: await yaml(s.experiment),
          pictures: [s.timeline, ...(s.plane ? [s.plane] : [])],
          space: s.space,
          tables: s.claims ? [{ heading: 'Claims', table: s.claims }] : [],
        },
        s.name,
      );
    },
  };
}
