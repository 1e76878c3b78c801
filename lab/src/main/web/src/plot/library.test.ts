import { expect, test, vi } from 'vitest';
import { plotly } from './library';

const { failures } = vi.hoisted(() => ({ failures: { left: 1 } }));

vi.mock('plotly.js-cartesian-dist-min', () => ({
  get default() {
    if (failures.left-- > 0) throw new Error('nobody answers');
    return { react: () => {} };
  },
}));

test('who asks while the library is on its way waits for the same promise, and so comes in turn', async () => {
  const first = plotly();
  expect(plotly()).toBe(first);
  await expect(first).rejects.toThrow('nobody answers');
  const second = plotly();
  expect(second).not.toBe(first);
  expect(plotly()).toBe(second);
  expect(await second).toHaveProperty('react');
  expect(plotly()).toBe(second);
});
