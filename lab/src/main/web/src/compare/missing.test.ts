import { expect, it } from 'vitest';
import type { RunDetail } from '../types';
import { common, missing, rowless } from './missing';

it('names the runs that the store has not', () => {
  expect(missing(['a', 'nosuch', 'also'], new Set(['a']))).toBe('Not in the store: nosuch, also.');
  expect(missing(['a'], new Set(['a']))).toBe('');
  expect(missing([], new Set())).toBe('');
});

it('names the runs that have nothing to draw yet', () => {
  const detail = (...columns: string[]) => ({ columns }) as RunDetail;
  expect(rowless([{ label: 'x', detail: detail('loss') }])).toBe('');
  expect(
    rowless([
      { label: 'x', detail: detail('loss') },
      { label: 'y', detail: detail() },
    ]),
  ).toBe('No rows yet: y.');
});

it('exports the columns that all have that have any', () => {
  expect(common([['step', 'time', 'loss', 'x'], [], ['step', 'loss', 'y']])).toEqual(['loss']);
  expect(common([[], []])).toEqual([]);
});
