// Of a run as `eos site` writes it what the story draws of it, and its sheet of images beside it: keep.mjs RUN.js OUT.json OUT.jpg
import { readFileSync, writeFileSync } from 'node:fs';

const COLUMNS = ['loss', 'sharpness', 'opposingRise', 'opposingRiseNext', 'opposingAntiphase'];
const DIGITS = 7;

const [from, to, sheet] = process.argv.slice(2);
new Function(readFileSync(from, 'utf8'))();
const { detail, rows, last, columns, opposing, yaml } = globalThis.eoslabRuns[0];
const { id, name, model, threshold, firstCrossing, cycles, experiment } = detail;
const kept = Object.fromEntries(
  COLUMNS.map(column => {
    const { step, value } = columns[column];
    return [column, { step, value: value.map(v => (v === null ? null : Number(v.toPrecision(DIGITS)))) }];
  }),
);
const { images, ...examples } = opposing;
writeFileSync(sheet, Buffer.from(images.split(',')[1], 'base64'));
writeFileSync(
  to,
  `${JSON.stringify({ detail: { id, name, model, threshold, firstCrossing, cycles, experiment }, rows, last, columns: kept, opposing: examples, yaml })}\n`,
);
