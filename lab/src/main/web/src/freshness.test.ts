import { describe, expect, it } from 'vitest';
import { after, type Event, type Standing } from './freshness';

const fresh: Standing = { state: 'fresh', other: false };
const through = (...events: Event[]) => events.reduce(after, fresh);

describe('a part of the page', () => {
  it('is dimmed while newer numbers are on their way, and fresh once they are shown', () => {
    expect(through('asked')).toEqual({ state: 'computing', other: false });
    expect(through('asked', 'shown')).toEqual(fresh);
  });

  it('is known to be of another model until the new one is shown', () => {
    expect(through('other', 'asked')).toEqual({ state: 'computing', other: true });
    expect(through('other', 'failed', 'asked')).toEqual({ state: 'computing', other: true });
    expect(through('other', 'asked', 'shown')).toEqual(fresh);
  });

  it('is never fresh after a failure or a silence, until something is shown', () => {
    expect(through('asked', 'failed').state).toBe('failed');
    expect(through('asked', 'lost').state).toBe('stale');
    expect(through('failed', 'lost').state).toBe('failed');
    for (const end of ['failed', 'lost'] as const)
      expect(through('asked', end, 'asked', 'shown')).toEqual(fresh);
  });
});
