import { describe, expect, it } from 'vitest';
import { pressed, snapped, written, type Knob } from './knob';

const ETA: Knob = { name: 'eta', symbol: 'η', words: 'step size', low: 1, high: 4, step: 0.05, start: 3.2 };

describe('a knob', () => {
  it('takes the nearest of its values', () => {
    expect(snapped(ETA, 3.2249)).toBe(3.2);
    expect(snapped(ETA, 3.226)).toBe(3.25);
    expect(snapped(ETA, -7)).toBe(1);
    expect(snapped(ETA, 99)).toBe(4);
  });

  it('is moved by keys', () => {
    expect(pressed(ETA, 3.2, 'ArrowRight')).toBe(3.25);
    expect(pressed(ETA, 3.2, 'PageDown')).toBe(2.7);
    expect(pressed(ETA, 3.2, 'End')).toBe(4);
    expect(pressed(ETA, 3.2, 'a')).toBeNull();
  });

  it('is written with the digits that it can be set to', () => {
    expect(written(ETA, 3.2)).toBe('3.20');
    expect(written({ ...ETA, step: 1 }, 3)).toBe('3');
    expect(written({ ...ETA, step: 0.1 }, 3)).toBe('3.0');
  });
});
