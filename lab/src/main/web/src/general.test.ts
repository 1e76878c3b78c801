import { expect, it } from 'vitest';

/** The page but for the story, whose chapters tell of the paper's own model, and the tour, whose words do. */
const sources = import.meta.glob<string>(
  ['./*.ts', './{play,watch,compare,sweep,plot,site}/**/*.ts', '!./**/*.test.ts'],
  { query: '?raw', import: 'default', eager: true },
);

/** Columns and settings of the paper's own model, their symbols, and the model. */
const OWN =
  /\b(alpha|beta[12]|lambda[12]|oscillatoryLoss|convergenceLoss|surrogateLoss|curvatureBeta1|alignment|lossPlus|lossMinus|minimalist)\b|λ[₁₂]|β[₁₂]/;

/** A source without its comments, which may have an example. */
function code(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*/g, '');
}

it.each(Object.entries(sources))('%s names no column of the paper’s own model', (_, source) => {
  const named = code(source)
    .split('\n')
    .filter(line => OWN.test(line));
  // A Greek letter is called by its name, whoever has it.
  expect(named.filter(line => !/^\s*alpha: 'α',$/.test(line))).toEqual([]);
});

it('reads all of it', () => {
  expect(Object.keys(sources).length).toBeGreaterThan(80);
  expect(code('/** alpha */ const a = 1; // beta1')).not.toMatch(OWN);
  expect(code("const losses = ['oscillatoryLoss'];")).toMatch(OWN);
});
