import { expect, it } from 'vitest';
import { variants } from './reserve';
import type { Sentence } from './sentence';

const plain = { sentence: { plain: 'Always.' } };
const claim = (beside?: true) => ({
  sentence: {
    claim: 'Here.',
    when: () => true,
    holds: () => true,
    ...(beside && { beside }),
  } as Sentence<object>,
});

it('knows what a paragraph may say at once, in its order', () => {
  const [first, second, third] = [claim(), claim(), claim(true)];
  expect(variants([plain, first, second, third])).toEqual([
    [plain, first, third],
    [plain, second, third],
  ]);
  expect(variants([plain, third])).toEqual([[plain, third]]);
  expect(variants([])).toEqual([[]]);
});
