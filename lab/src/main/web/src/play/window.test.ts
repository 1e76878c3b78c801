import { expect, it } from 'vitest';
import { windowText } from './window';

const window = { low: 1.6, high: 4.0816, limitedBy: 'S1: λ₁α² ≤ 2/η', whyEmpty: '', provedWith: '' };
const plain = (text: string) => text.replace(/\u00a0/g, ' ');

it('says what follows from where the learning rate is', () => {
  expect(plain(windowText(window, 3.2))).toContain('1.6 < η ≤ 4.0816 is proved to reach the edge');
  expect(windowText({ ...window, provedWith: 'clip: floor' }, 3.2)).toContain(
    'is proved, with clip: floor, which this run does not have, to reach the edge',
  );
  expect(windowText(window, 3.2)).toMatch(/η lies in it\.$/);
  expect(windowText(window, 1)).toMatch(/the run stays under the edge\.$/);
  expect(windowText(window, 5)).toMatch(/the run starts beyond the edge\.$/);
  expect(windowText({ ...window, limitedBy: 'S5: η²λ₁λ₂ ≤ 0.1' }, 12)).toContain(
    'asks for η²λ₁λ₂ ≤ 0.1 (condition S5)',
  );
});

it('says in words why no learning rate does', () => {
  const empty = (whyEmpty: string) => windowText({ ...window, whyEmpty }, 3);
  expect(empty('the start violates S1, 0 < α: it is 0')).toBe(
    'No η is proved to carry this start to the edge: the proof asks for 0 < α (condition S1), and it is 0.',
  );
  expect(
    empty('gradient flow ends sharper than 2/η only for η > 2.5, and S5: η²λ₁λ₂ ≤ 0.1 allows η ≤ 1.25'),
  ).toBe(
    'No η is proved to carry this start to the edge: it is reached only with η > 2.5, and the proof asks for η ≤ 1.25 (S5: η²λ₁λ₂ ≤ 0.1).',
  );
});
