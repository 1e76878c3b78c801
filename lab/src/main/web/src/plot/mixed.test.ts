import { expect, it } from 'vitest';
import { mixed } from './mixed';

it('is the one colour, the other, or between them channel by channel', () => {
  expect(mixed('#56b4e9', '#15191e', 1)).toBe('#56b4e9');
  expect(mixed('#56b4e9', '#15191e', 0)).toBe('#15191e');
  expect(mixed('#ff0008', '#00ff00', 0.5)).toBe('#808004');
});
