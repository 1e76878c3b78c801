import type { Series } from '../../../types';
import type { Ask } from '../../ask';
import type { Values } from '../../knob';
import type { Group, Opposing, Recorded } from '../../../site/recorded';
import { recordedRun } from '../../recorded/run';

/** The step of a recorded run that is so many percent of the way. */
export const stepAt = (part: number) => Math.round((part / 100) * recordedRun().last);

interface Readings {
  step: number[];
  value: number[];
}

const GROUPS: Group[] = ['risen', 'fallen', 'nextRisen', 'nextFallen'];

/** The examples of each group at a reading. */
interface Pair {
  groups: Record<Group, number[]>;
  examples: Pick<Opposing, 'labels' | 'texts' | 'images' | 'across'>;
}

export interface Network {
  part: number;
  step: number;
  steps: number;
  eta: number;
  edge: number;
  crossing: number;
  first: number;
  /** The lowest before the crossing. */
  lowest: number;
  mean: number;
  sharpness: number;
  loss: number;
  lossFirst: number;
  lossLast: number;
  /** At how many steps the loss goes up, before the crossing and from it on. */
  upsBefore: number;
  upsAfter: number;
  /** At how many readings the next step does the opposite, before the crossing and from it on. */
  readingsBefore: number;
  turnedBefore: number;
  readingsAfter: number;
  turnedAfter: number;
  /** The step after which the loss first rises past the crossing, that at which this spike is highest, and how long past the crossing that is. */
  turn: number;
  spike: number;
  later: number;
  rise: number;
  riseNext: number;
  images: number;
  width: number;
  depth: number;
  name: string;
  /** The reading of opposing examples at the step or before it. */
  reading: number;
  /** How many examples a group has, and how many of those that rise are among those that fall most in the next step. */
  group: number;
  turning: number;
  /** The data, and whether they are images of CIFAR-10. */
  source: string;
  cifar: boolean;
  opposing: Pair | null;
  of: { loss: Readings; sharpness: Readings; rise: Readings; next: Readings };
}

function readings(series: Series): Readings {
  const kept = series.step.flatMap((step, i) =>
    series.value[i] === null ? [] : [{ step, value: series.value[i]! }],
  );
  return { step: kept.map(k => k.step), value: kept.map(k => k.value) };
}

/** The last reading up to a step. */
function upTo({ step, value }: Readings, at: number): number {
  const after = step.findIndex(s => s > at);
  return value[after < 0 ? value.length - 1 : Math.max(0, after - 1)]!;
}

/** Where values first rise from a place on, and how far they go on rising. */
function firstRise(values: number[], from: number): [number, number] {
  const rises = (i: number) => values[i + 1]! > values[i]!;
  let turn = from;
  while (turn + 1 < values.length && !rises(turn)) turn++;
  let top = turn;
  while (top + 1 < values.length && rises(top)) top++;
  return [turn, top];
}

/** How many of some readings there are in a stretch of steps, and how many of them are so. */
function count(
  { step, value }: Readings,
  from: number,
  to: number,
  is = (v: number) => v > 0,
): [number, number] {
  const within = value.filter((_, i) => step[i]! >= from && step[i]! < to);
  return [within.length, within.filter(is).length];
}

/** The examples with opposing signals at the last reading up to a step. */
function opposing(
  run: Recorded,
  at: number,
): Pick<Network, 'reading' | 'group' | 'turning' | 'source' | 'cifar' | 'opposing'> {
  const cifar = run.detail.model.startsWith('cifar');
  const source = cifar ? 'CIFAR-10' : run.detail.model;
  if (!run.opposing) return { reading: -1, group: 0, turning: 0, source, cifar, opposing: null };
  const { step, groups, ...examples } = run.opposing;
  const place = Math.max(
    0,
    step.findLastIndex(s => s <= at),
  );
  const here = Object.fromEntries(GROUPS.map(group => [group, groups[group][place]!])) as Pair['groups'];
  const turning = here.risen.filter(one => here.nextFallen.includes(one)).length;
  return {
    reading: step[place]!,
    group: here.risen.length,
    turning,
    source,
    cifar,
    opposing: { groups: here, examples },
  };
}

/** What there is to see of the recorded run at a step of it. */
export function seen(_: Ask, values: Values): Promise<Network> {
  const run = recordedRun();
  const { threshold, firstCrossing, experiment, name } = run.detail;
  const [loss, sharpness] = [readings(run.columns.loss!), readings(run.columns.sharpness!)];
  const [rise, next] = [readings(run.columns.opposingRise!), readings(run.columns.opposingRiseNext!)];
  const turned = readings(run.columns.opposingAntiphase!);
  const change = { step: loss.step.slice(1), value: loss.value.slice(1).map((v, i) => v - loss.value[i]!) };
  const crossing = firstCrossing ?? -1;
  const border = crossing < 0 ? run.last + 1 : crossing;
  const step = stepAt(values.part!);
  const beyond = sharpness.value.filter((_s, i) => sharpness.step[i]! >= border);
  const [readingsBefore, turnedBefore] = count(turned, 0, border);
  const [readingsAfter, turnedAfter] = count(turned, border, Infinity);
  const [turn, spike] = firstRise(loss.value, Math.max(0, crossing));
  const setting = (key: string) => Number(experiment[key] ?? NaN);
  return Promise.resolve({
    part: values.part!,
    step,
    steps: run.last,
    eta: setting('eta'),
    edge: threshold!,
    crossing,
    first: sharpness.value[0]!,
    lowest: Math.min(...sharpness.value.filter((_s, i) => sharpness.step[i]! < border)),
    mean: beyond.reduce((sum, s) => sum + s, 0) / beyond.length,
    sharpness: upTo(sharpness, step),
    loss: upTo(loss, step),
    lossFirst: loss.value[0]!,
    lossLast: loss.value.at(-1)!,
    upsBefore: count(change, 0, border)[1],
    upsAfter: count(change, border, Infinity)[1],
    readingsBefore,
    turnedBefore,
    readingsAfter,
    turnedAfter,
    turn,
    spike,
    later: spike - crossing,
    rise: upTo(rise, step),
    riseNext: upTo(next, step),
    images: setting('images'),
    width: setting('width'),
    depth: setting('depth'),
    name,
    ...opposing(run, step),
    of: { loss, sharpness, rise, next },
  });
}
