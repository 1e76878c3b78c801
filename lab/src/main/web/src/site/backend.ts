import type { Backend } from '../backend';
import { engine } from '../story/engine';
import { Refused } from './laboratory';
import { columnsOf, type Recorded } from './recorded';
import { Tree } from './tree';

declare global {
  interface Window {
    /** What the worker runs, and the runs that came with the page: scripts beside it put them here. */
    eoslabLaboratory?: string;
    eoslabRuns?: Recorded[];
    /** Asks the laboratory, for the console and for tests. */
    eoslabAsk?: (name: string, body: unknown) => Promise<unknown>;
  }
}

/** What a server reads from its store; all else is asked of the laboratory. */
const STORED = /^(runs|live|sweeps?)(\/|$)/;

function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json' } });
}

/** Answers in the page what a server would: questions by the laboratory, runs from those that came with it. */
export function siteBackend(): Backend {
  const laboratory = engine();
  window.eoslabAsk = (name, body) => laboratory.ask(name, body);
  const runs = window.eoslabRuns ?? [];
  return async (path, init) => {
    const name = path.replace(/^\/api\//, '');
    const body = init.body ? (JSON.parse(String(init.body)) as Record<string, unknown>) : {};
    if (STORED.test(name)) return stored(name, body, runs);
    try {
      const answer = await laboratory.ask(name, body, init.signal);
      if (name === 'export/csv') return new Response(String(answer));
      // JSON is YAML.
      if (name === 'export/yaml') return new Response(`${JSON.stringify(answer, null, 2)}\n`);
      return new Tree(answer);
    } catch (error) {
      if (error instanceof Refused) return json({ error: error.message }, 400);
      throw error;
    }
  };
}

function stored(name: string, body: Record<string, unknown>, runs: Recorded[]): Response {
  if (name === 'runs') return json({ runs: runs.map(run => run.detail) });
  if (name === 'live') return json({ runs: [] });
  if (name === 'sweeps') return json({ sweeps: [] });
  const [, id, what] = /^runs\/([^/]+)(?:\/(.*))?$/.exec(name) ?? [];
  const run = runs.find(r => r.detail.id === id);
  if (run && what === undefined) return json(run.detail);
  if (run && what === 'columns') return json(columnsOf(run, body as { columns: string[] }));
  if (run && what === 'yaml') return new Response(run.yaml);
  return json({ error: `${name}: a page without a server does not have this` }, 404);
}
