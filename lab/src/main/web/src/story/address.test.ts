import { expect, it } from 'vitest';
import { fromQuery, toAddress, toPlay } from './address';
import { CHAPTERS } from './chapters';
import { snapped, starting } from './knob';

const read = (address: string) => fromQuery(CHAPTERS, new URLSearchParams(address.split('?')[1]));

it.each(CHAPTERS.map(chapter => [chapter.id, chapter] as const))('%s opens as it was left', (_, chapter) => {
  for (const part of [0, 0.31, 1]) {
    const values = Object.fromEntries(
      chapter.knobs.map(knob => [knob.name, snapped(knob, knob.low + part * (knob.high - knob.low))]),
    );
    expect(read(toAddress({ chapter: chapter.id, values }))).toEqual({ chapter: chapter.id, values });
  }
});

it('takes what it cannot read for what is at the start, and no chapter from an address without one', () => {
  const { id, knobs } = CHAPTERS[0]!;
  const [knob] = knobs;
  const start = { chapter: id, values: starting(knobs) };
  expect(read(`#/story?chapter=${id}&${knob!.name}=abc`)).toEqual(start);
  expect(read(`#/story?chapter=${id}&${knob!.name}=`)).toEqual(start);
  expect(read(`#/story?chapter=${id}&${knob!.name}=1e99`)?.values[knob!.name]).toBe(knob!.high);
  expect(read('#/story?chapter=nothing')).toBeNull();
  expect(read('#/story')).toBeNull();
});

it('leads to the run in Play with its start', () => {
  const experiment = { model: 'formula', loss: '2*x^2/2', start: { x: 1 }, eta: 0.9 };
  expect(toPlay({ experiment, step: 7 })).toBe('#/play?model=formula&loss=2*x%5E2%2F2&eta=0.9&x=1&at=7');
});
