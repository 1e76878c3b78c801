// Of a run as `eos site` writes it what the story draws of it: keep.mjs RUN.js OUT.json
import { readFileSync, writeFileSync } from 'node:fs';

const COLUMNS = ['loss', 'sharpness', 'opposingRise', 'opposingRiseNext', 'opposingAntiphase'];
const DIGITS = 7;

const [from, to] = process.argv.slice(2);
new Function(readFileSync(from, 'utf8'))();
const { detail, rows, last, columns, yaml } = globalThis.eoslabRuns[0];
const { id, name, model, threshold, firstCrossing, cycles, experiment } = detail;
const kept = Object.fromEntries(
  COLUMNS.map(column => {
    const { step, value } = columns[column];
    return [column, { step, value: value.map(v => (v === null ? null : Number(v.toPrecision(DIGITS)))) }];
  }),
);
writeFileSync(
  to,
  `${JSON.stringify({ detail: { id, name, model, threshold, firstCrossing, cycles, experiment }, rows, last, columns: kept, yaml })}\n`,
);
