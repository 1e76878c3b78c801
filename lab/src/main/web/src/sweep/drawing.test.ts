import { expect, it } from 'vitest';
import { columnWords } from './drawing';

it('calls a column by the words that came with the rows, and a setting by its symbol', () => {
  const words = { finalSharpness: 'sharpness S, at the last step' };
  expect(columnWords('finalSharpness', { words })).toBe('sharpness S, at the last step');
  expect(columnWords('eta', { words })).toBe('η');
  expect(columnWords('finalUnheardOf', { words })).toBe('finalUnheardOf');
});
