import { describe, expect, it } from 'vitest';
import laboratory from '../../../../../../browser/target/javascript/laboratory.js?raw';
import type { Ask } from './ask';
import { type Chapter, sentences } from './chapter';
import { CHAPTERS } from './chapters';
import { GLOSSARY } from './glossary';
import { type Knob, snapped, starting, type Values } from './knob';
import { WORKS } from './references';
import { plain } from '../site/numbers';
import { variants } from './reserve';
import { type Claim, type Facts, said, type Sentence, tokens, wordsOf } from './sentence';

type Reply = { answer?: unknown; error?: string };
const answer = new Function(`${laboratory}; return ask;`)() as (name: string, body: object) => Reply;

/** The engine that the page asks, here without a worker. */
const ask: Ask = (question, body) => {
  const reply = answer(question, body);
  return reply.error === undefined
    ? Promise.resolve(plain(reply.answer))
    : Promise.reject(new Error(reply.error));
};

/** So many places along each knob. */
const PLACES = 24;

/** Places of the knobs: along each alone, and across all of them at once. */
function places(knobs: Knob[]): Values[] {
  const start = starting(knobs);
  const along = (knob: Knob, i: number) =>
    snapped(knob, knob.low + (i * (knob.high - knob.low)) / (PLACES - 1));
  const steps = Array.from({ length: PLACES }, (_, i) => i);
  return [
    start,
    ...knobs.flatMap(knob => steps.map(i => ({ ...start, [knob.name]: along(knob, i) }))),
    ...steps.map(i =>
      Object.fromEntries(knobs.map((knob, k) => [knob.name, along(knob, (i * (k + 3)) % PLACES)])),
    ),
  ];
}

/** The names of facts that a predicate looks at. */
function read<F extends Facts>(facts: F, look: (facts: F) => unknown): Set<string> {
  const names = new Set<string>();
  look(
    new Proxy(facts, {
      get(target, name) {
        names.add(String(name));
        return Reflect.get(target, name) as unknown;
      },
    }),
  );
  return names;
}

const claims = (chapter: Chapter): Claim<Facts>[] =>
  sentences(chapter).filter((s): s is Claim<Facts> => 'claim' in s);

const due = (claim: Claim<Facts>, facts: Facts) => claim.when?.(facts) ?? true;

describe.each(CHAPTERS.map(chapter => [chapter.id, chapter] as const))('%s', (_, chapter) => {
  // What a moving hand gets of it is as true.
  const quick = chapter.quickly ? places(chapter.knobs).map(values => chapter.quickly!(ask, values)) : [];
  const runs = Promise.all([
    ...[...places(chapter.knobs), ...(chapter.tried ?? [])].map(values => chapter.compute(ask, values)),
    ...quick,
  ]);

  it.each(claims(chapter).map(claim => [claim.claim, claim] as const))('%s', async (_, claim) => {
    const of = chapter.questions.find(question => question.answer === claim);
    const concerned = (await runs).filter(facts => (of ? of.found(facts) : due(claim, facts)));
    expect(concerned.length, 'places of the knobs where it is said').toBeGreaterThan(0);
    for (const facts of concerned) {
      const at = Object.fromEntries(chapter.knobs.map(k => [k.name, (facts as Values)[k.name]]));
      expect(claim.holds(facts), `${JSON.stringify(at)}`).toBe(true);
    }
  });

  it('has formulas that its runs bear out', async () => {
    for (const formula of chapter.formulas ?? []) {
      expect(formula.after).toBeLessThan(chapter.text.length);
      for (const facts of await runs) expect(formula.holds(facts), formula.text).toBe(true);
    }
  });

  it('leaves no mark of its notation in the words', () => {
    for (const sentence of sentences(chapter))
      for (const token of tokens(wordsOf(sentence)))
        if (token.kind !== 'value') expect(token.text).not.toMatch(/[*[\]{}@]/);
  });

  it('is checked by what the engine computed, not by the knobs', async () => {
    const [facts] = await runs;
    const knobs = new Set(chapter.knobs.map(knob => knob.name));
    for (const claim of claims(chapter)) {
      const names = [...read(facts!, f => claim.holds(f))];
      expect(
        names.filter(name => !knobs.has(name)),
        claim.claim,
      ).not.toEqual([]);
    }
  });

  it('says something at every place of the knobs, in one line too', async () => {
    for (const facts of await runs) {
      const one = chapter.result.filter(claim => said(claim, facts));
      expect(one.length, JSON.stringify(chapter.knobs.map(k => (facts as Values)[k.name]))).toBe(1);
    }
  });

  it('says no more at once than its paragraphs have room for', async () => {
    for (const facts of await runs)
      for (const paragraph of chapter.text) {
        const now = paragraph.filter(sentence => said(sentence, facts));
        const room = variants(paragraph.map(sentence => ({ sentence }))).map(v => v.map(s => s.sentence));
        expect(
          room.some(variant => now.every(sentence => variant.includes(sentence))),
          now.map(wordsOf).join(' '),
        ).toBe(true);
      }
  });

  it('has each knob in a sentence that is always said, lest it goes under the hand', () => {
    const always = chapter.text.flat().filter(s => 'plain' in s || s.when === undefined);
    const named = always.flatMap(s => tokens(wordsOf(s)).map(t => (t.kind === 'value' ? t.name : '')));
    for (const knob of chapter.knobs) expect(named, knob.name).toContain(knob.name);
  });

  it('names nothing that is not there, and no number of its own', async () => {
    const [facts] = await runs;
    for (const sentence of sentences(chapter) as Sentence<Facts>[]) {
      for (const token of tokens(wordsOf(sentence))) {
        if (token.kind === 'value') expect(facts, wordsOf(sentence)).toHaveProperty(token.name);
        if (token.kind === 'cite') expect(WORKS, wordsOf(sentence)).toHaveProperty(token.name);
        if (token.kind === 'symbol') expect(GLOSSARY, wordsOf(sentence)).toHaveProperty(token.text);
        if (token.kind === 'curve') expect(curves(chapter, facts!), wordsOf(sentence)).toContain(token.name);
        // The limit itself, the factor of a step, the middle of the valley and the right answer are no results.
        if (token.kind === 'text')
          expect(token.text.replace(/2\/η|= 0|become 1|= 2|= 1|by 1 − /g, '')).not.toMatch(/\d/);
      }
      if ('plain' in sentence) expect(tokens(sentence.plain).some(t => t.kind === 'value')).toBe(false);
    }
  });
});

describe('the chapters', () => {
  const of = (id: string, values: Values) =>
    CHAPTERS.find(chapter => chapter.id === id)!.compute(ask, values) as Promise<Values>;

  it('end a run that is shown whole at the same place', async () => {
    for (const eta of [2.4, 3.2, 4]) {
      const [first, fifth] = await Promise.all([of('edge', { eta }), of('flow', { eta })]);
      for (const name of ['steps', 'end', 'flowEnd', 'edge']) expect(fifth[name], name).toBe(first[name]);
    }
  });

  it('ask for no spike of the loss in a run that has none', async () => {
    const network = CHAPTERS.find(chapter => chapter.id === 'network')!;
    const facts = await network.compute(ask, starting(network.knobs));
    const asked = (changed: object) => network.questions[0]!.when!({ ...facts, ...changed });
    expect(asked({})).toBe(true);
    expect(asked({ crossing: -1 })).toBe(false);
    expect(asked({ upsAfter: 0 })).toBe(false);
  });

  it('show from near what the first one shows whole', async () => {
    const [first, near] = await Promise.all([
      of('edge', { eta: 3.2 }),
      of('bounce', { eta: 3.2, step: 259 }),
    ]);
    expect(near.whole).toBe(first.steps);
    expect(near.crossing).toBe(first.crossing);
  });
});

function curves(chapter: Chapter, facts: Facts): (string | undefined)[] {
  return chapter.draw(facts).panels.flatMap(panel => panel.marks.map(mark => mark.name));
}
