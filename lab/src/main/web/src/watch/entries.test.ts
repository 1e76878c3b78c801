import { describe, expect, it } from 'vitest';
import type { LiveRun, RunRow } from '../types';
import { entries, liveRun } from './entries';

const live = (number: number, id: string, status: LiveRun['status'], step = 0) =>
  ({ number, id, status, step, last: 200, name: 'n', experiment: { eta: 0.1 } }) as unknown as LiveRun;
const row = (id: string, status: RunRow['status']) =>
  ({ id, status, name: 'n', started: '2026-01-02T03:04:05Z', settings: { eta: 0.1 } }) as unknown as RunRow;

describe('the list of runs', () => {
  it('has each run once', () => {
    const list = entries(
      [live(3, '', 'waiting'), live(2, 'b', 'running', 50)],
      [row('b', 'running'), row('a', 'resumable')],
    );
    expect(list.map(e => e.which)).toEqual([3, 'b', 'a']);
    expect(list.map(e => e.note)).toEqual([
      'waiting · 0 %',
      'running · 25 %',
      'resumable · 2026-01-02 03:04',
    ]);
  });

  it('finds a run of this server by its number and by its id', () => {
    const runs = [live(3, '', 'waiting'), live(2, 'b', 'running')];
    expect(liveRun(runs, 2)?.id).toBe('b');
    expect(liveRun(runs, 'b')?.number).toBe(2);
    expect(liveRun(runs, 99)).toBeUndefined();
    expect(liveRun(runs, '')).toBeUndefined();
    expect(liveRun(runs, null)).toBeUndefined();
  });
});
