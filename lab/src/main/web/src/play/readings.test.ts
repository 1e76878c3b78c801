import { expect, it } from 'vitest';
import { learn } from '../columns';
import type { Column } from '../types';
import { described, grouped } from './readings';

const made = (name: string, role: Column['role'], symbol: string, words: string): Column => ({
  name,
  kind: 'number',
  role,
  symbol,
  words,
  list: '',
});

learn([
  made('step', 'clock', 't', 'step'),
  made('alpha', 'coordinate', 'α', 'α'),
  made('loss', 'loss', 'L', 'loss L'),
  made('sharpness', 'sharpness', 'S', 'sharpness S'),
  made('gfs', 'flow-sharpness', 'φ', 'sharpness φ of the gradient flow solution'),
  made('plus', 'measurement', 'L₊', 'loss L₊ of one half'),
  made('cosine', 'measurement', 'cos(g, g⁺)', 'cosine of successive gradients'),
  made('phase', 'phase', 'phase', 'phase'),
  made('clipped', 'measurement', 'clipped', 'clipping acted'),
  made('residual', 'evidence', 'residual', 'residual'),
]);

it('has the edge first, then the loss and the parameters, and leaves out what nobody reads', () => {
  const names = ['step', 'alpha', 'loss', 'plus', 'phase', 'gfs', 'residual', 'sharpness', 'unheard'];
  expect(grouped(names)).toEqual([
    { title: 'At the edge', names: ['sharpness', 'gfs', 'phase'] },
    { title: 'Loss', names: ['loss'] },
    { title: 'Parameters', names: ['alpha'] },
    { title: 'Also measured', names: ['plus', 'unheard'] },
  ]);
  expect(grouped(['step'])).toEqual([]);
});

it('says what each symbol is, once', () => {
  expect(described('gfs')).toEqual({ sign: 'φ', about: 'sharpness of the gradient flow solution' });
  expect(described('plus')).toEqual({ sign: 'L₊', about: 'loss of one half' });
  expect(described('cosine')).toEqual({ sign: 'cos(g, g⁺)', about: 'cosine of successive gradients' });
  expect(described('alpha', 'second-layer weight')).toEqual({ sign: 'α', about: 'second-layer weight' });
  expect(described('alpha')).toEqual({ sign: '', about: 'α' });
  expect(described('clipped')).toEqual({ sign: '', about: 'clipping acted' });
  expect(described('phase')).toEqual({ sign: '', about: 'phase' });
});
