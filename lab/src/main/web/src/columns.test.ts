import { expect, it } from 'vitest';
import { column, learn, role, withRole } from './columns';
import { symbol, words } from './format';
import { critical, drawn } from './watch/drawn';

const described = (
  name: string,
  role: 'loss' | 'sharpness' | 'preconditioned-sharpness' | 'eigenvalue' | 'curvature',
) => ({
  name,
  kind: 'number' as const,
  role,
  symbol: `<${name}>`,
  words: `words of ${name}`,
  list: role === 'eigenvalue' ? 'topEigenvalues' : '',
});

it('knows a column by what the server said of it', () => {
  learn([described('loss', 'loss'), described('lambda', 'eigenvalue')]);
  expect(role('lambda')).toBe('eigenvalue');
  expect(words('lambda')).toBe('words of lambda');
  expect(symbol('lambda')).toBe('<lambda>');
  expect(column('nobody')).toBeUndefined();
  expect(words('nobody')).toBe('nobody');
  expect(withRole(['nobody', 'loss'], 'loss')).toBe('loss');
});

it('draws what is held against the threshold, by its role and not by its name', () => {
  learn([
    described('s', 'sharpness'),
    described('e1', 'eigenvalue'),
    described('e2', 'eigenvalue'),
    described('b', 'curvature'),
    described('p', 'preconditioned-sharpness'),
  ]);
  // The first eigenvalue is the sharpness.
  expect(drawn(['s', 'e1', 'e2', 'b', 'loss'])).toEqual(['s', 'e2', 'b', 'loss']);
  expect(critical(['s', 'p'])).toBe('p');
  expect(drawn(['s', 'p', 'loss'])).toEqual(['p', 'loss']);
});
