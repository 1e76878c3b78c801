import { describe, expect, it } from 'vitest';
import { bound, clusters, lettered, said, spoken, tokens, type Sentence } from './sentence';

describe('a sentence', () => {
  it('names values, symbols and curves', () => {
    expect(tokens('With *η* = {eta} the [run](run) ends.')).toEqual([
      { kind: 'text', text: 'With ' },
      { kind: 'symbol', text: 'η' },
      { kind: 'text', text: ' = ' },
      { kind: 'value', name: 'eta' },
      { kind: 'text', text: ' the ' },
      { kind: 'curve', text: 'run', name: 'run' },
      { kind: 'text', text: ' ends.' },
    ]);
  });

  it('is said only where it is due and true', () => {
    const sentence: Sentence<{ due: boolean; so: boolean }> = {
      claim: 'It is so.',
      when: f => f.due,
      holds: f => f.so,
    };
    expect(said(sentence, { due: true, so: true })).toBe(true);
    expect(said(sentence, { due: true, so: false })).toBe(false);
    expect(said(sentence, { due: false, so: true })).toBe(false);
    expect(spoken([sentence, { plain: 'Try {x}.' }], { due: true, so: true }, name => `<${name}>`)).toBe(
      'It is so. Try <x>.',
    );
  });

  it('keeps a sign beside what it stands between, and tells signs from words', () => {
    expect(bound('to α = 1 − x, well')).toBe('to α\u00a0=\u00a01\u00a0−\u00a0x, well');
    expect(clusters(['so ', 1, '\u00a0=\u00a0', 2, ', and it', 3])).toEqual([
      ['so'],
      [' '],
      [1, '\u00a0=\u00a0', 2, ','],
      [' '],
      ['and'],
      [' '],
      ['it', 3],
    ]);
    expect(lettered('αβ₂ and a')).toEqual(['', 'α', '', 'β₂', ' and a']);
  });
});
