import { describe, expect, it } from 'vitest';
import { before, Clock, slid, walked } from './motion';
import { STOPS } from './script';

describe('a tour', () => {
  it('slides from where the settings were to where the stop has them', () => {
    expect(slid({ eta: 1.2 }, { eta: 1.55 }, 0)).toEqual({ eta: 1.2 });
    expect(slid({ eta: 1.2 }, { eta: 1.55 }, 0.5)).toEqual({ eta: 1.375 });
    expect(slid({ eta: 1.2 }, { eta: 1.55 }, 1)).toEqual({ eta: 1.55 });
  });

  it('goes on after a pause from where it was', () => {
    const clock = new Clock();
    expect(clock.at(1000)).toBe(0);
    expect(clock.at(1400)).toBe(400);
    clock.hold();
    expect(clock.at(9000)).toBe(400);
    expect(clock.at(9100)).toBe(500);
  });

  it('begins each stop where those before it were to end', () => {
    expect(STOPS.map((_, i) => before(STOPS, i).eta)).toEqual([1.2, 1.2, 1.55, 3.2, 3.2, 3.2, 4]);
  });

  it('walks through steps where a stop has any', () => {
    expect(
      STOPS.filter(stop => walked(stop, 0) !== null).map(stop => [walked(stop, 0), walked(stop, 1)]),
    ).toEqual([
      [0, 1100],
      [1100, 6000],
    ]);
  });
});
