import { expect, it } from 'vitest';
import { onSheet } from './gallery';

it('finds an image on its sheet as a browser does', () => {
  // A browser puts the point at p % of the sheet on that at p % of the box.
  const left = (position: number, parts: number) => (position / 100) * (parts - 1);
  for (const place of [0, 3, 4, 9]) {
    const { size, position } = onSheet(place, 4, 10);
    const [x, y] = position.split(' ').map(parseFloat) as [number, number];
    expect(size).toBe('400% 300%');
    expect(left(x, 4)).toBeCloseTo(place % 4, 12);
    expect(left(y, 3)).toBeCloseTo(Math.floor(place / 4), 12);
  }
  expect(onSheet(0, 1, 1)).toEqual({ size: '100% 100%', position: '0% 0%' });
});
