import { number } from '../../format';
import { type Ask, claims } from '../ask';
import type { Chapter } from '../chapter';
import type { Knob } from '../knob';
import { descent, ETA as ANY, stepsOf } from '../minimalist';
import type { Entry, Ledger } from '../picture/ledger';
import { remembered } from '../remembered';
import type { Claim } from '../../types';

const STEPS = 6000;

const ETA: Knob = { ...ANY, low: 1.8, step: 0.02, start: 3.2 };

interface Proved {
  eta: number;
  steps: number;
  /** Those of the first screen. */
  whole: number;
  all: number;
  /** Of all those that this run is about. */
  applying: number;
  holding: number;
  open: number;
  failing: number;
  claims: Claim[];
  /** The margins of those that are spelled out. */
  ends: number;
  quiet: number;
  grows: number;
  between: number;
  flow: number;
  closer: number;
  opposite: number;
}

/** The claims of the engine that are spelled out. */
const SPOKEN = {
  ends: 'T4.1',
  quiet: 'L4.2iii',
  grows: 'T4.3a',
  between: 'T4.3b',
  flow: 'L5.1',
  closer: 'F5',
  opposite: 'opposing',
} as const;

type Name = keyof typeof SPOKEN;

/** What each says. */
const PROVED_OF_ALL: [Name, string][] = [
  ['grows', 'Up to the first crossing α only grows, and β₁ only shrinks.'],
  [
    'between',
    'From then on the curvature along β₁ stays between the floor at which steps are clipped and the sharpness at which gradient flow would end.',
  ],
  ['quiet', 'β₂ never goes back: the quiet feature is learned through all the spikes.'],
  ['ends', 'Training comes to a right answer, and to one that is no sharper than the limit.'],
  ['flow', 'Gradient flow would end beyond the limit.'],
];
const SEEN: [Name, string][] = [
  [
    'closer',
    'At the edge gradient descent is, at most steps, closer to the constrained trajectory than to gradient flow.',
  ],
  [
    'opposite',
    'At the edge, of the two halves of the data the one with the larger loss is the other one after each step: opposing signals.',
  ],
];

function verdict(f: Proved, name: Name): string {
  return f.claims.find(claim => claim.id === SPOKEN[name])?.verdict ?? 'not applicable';
}

/** The statements held against a run; quickly all but those that need other runs beside it. */
async function proved(ask: Ask, eta: number, quick: boolean): Promise<Proved> {
  const experiment = descent(eta, STEPS);
  const key = `claims ${quick} ${eta}`;
  const { claims: found } = await remembered(key, () => claims(ask, experiment, quick));
  const checked = found.filter(claim => claim.verdict !== 'computing');
  const count = (verdict: (v: string) => boolean) => checked.filter(claim => verdict(claim.verdict)).length;
  const margins = Object.fromEntries(
    Object.entries(SPOKEN).map(([name, id]) => [name, found.find(claim => claim.id === id)?.margin ?? NaN]),
  ) as Record<Name, number>;
  return {
    eta,
    steps: STEPS,
    whole: stepsOf(eta),
    all: checked.length,
    applying: count(v => v === 'holds' || v === 'fails'),
    holding: count(v => v === 'holds'),
    open: count(v => v !== 'holds' && v !== 'fails'),
    failing: count(v => v === 'fails'),
    claims: found,
    ...margins,
  };
}

/** What is proved of the model, what is only seen, and with how much room. */
export const PROVED: Chapter<Proved> = {
  id: 'proved',
  title: 'What is proved, and what is seen',
  short: 'Proofs',
  knobs: [ETA],
  compute: (ask, values) => proved(ask, values.eta!, false),
  quickly: (ask, values) => proved(ask, values.eta!, true),
  text: [
    [
      {
        plain:
          'In the small model most of this is proved, for a wide set of starts, the admissible ones ([@liu]). A proof speaks of all runs at once; here its statements are held against the one run that you choose. The margin of a statement is how far the worst step of the run is from breaking it, mostly as a part of the bound: near zero is close.',
      },
      {
        claim:
          'Some are about where it comes to rest, so this run is longer than that of the first screen: {steps} steps instead of {whole}.',
        holds: f => f.steps > f.whole,
      },
      {
        claim: 'For *η* = {eta}, {holding} of the {applying} statements that apply hold.',
        holds: f => f.holding > 0 && f.holding <= f.applying && f.applying + f.open === f.all,
      },
    ],
    [
      {
        plain:
          'For networks next to nothing of this is proved. That is what the small model is for: it says what to look for there.',
      },
    ],
  ],
  questions: [],
  caption: [{ plain: 'A sign says whether a statement holds for this run, the number by how much.' }],
  result: [
    {
      claim:
        'η = {eta}: of {all} statements checked {holding} hold, {open} are not reached or do not apply, {failing} fail.',
      holds: f => f.holding + f.open + f.failing === f.all,
    },
  ],
  played: ({ eta }) => ({ experiment: descent(eta!, STEPS) }),
  draw(f) {
    return { panels: [], ledger: statements(f) };
  },
};

/** Margins smaller than this are rounding. */
const NOTHING = 1e-12;

function entry(f: Proved, [name, words]: [Name, string]): Entry {
  const came = verdict(f, name);
  if (came !== 'holds' && came !== 'fails') return { words, verdict: 'open', outcome: came };
  const margin = Math.abs(f[name]) < NOTHING ? 'met exactly' : number(f[name], 2);
  return { words, verdict: came, outcome: margin };
}

/** The statements, and what came out for this run; of those that are not spelled out how many hold. */
function statements(f: Proved): Ledger {
  const parts = [
    { title: 'Proved for all admissible starts', entries: PROVED_OF_ALL.map(one => entry(f, one)) },
    { title: 'Seen, and not proved', entries: SEEN.map(one => entry(f, one)) },
  ];
  const spoken = parts.flatMap(part => part.entries);
  const hold = spoken.filter(({ verdict }) => verdict === 'holds').length;
  const applying = spoken.filter(({ verdict }) => verdict !== 'open').length;
  return {
    parts,
    note: `Of ${f.applying - applying} other statements that apply to this run ${f.holding - hold} hold.`,
  };
}
