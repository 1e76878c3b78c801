import { number } from '../../format';
import { type Ask, claims } from '../ask';
import type { Chapter } from '../chapter';
import type { Knob } from '../knob';
import { descent, ETA as ANY } from '../minimalist';
import type { Colour, Mark, Panel } from '../picture/scene';
import { remembered } from '../remembered';
import type { Claim as Sentence } from '../sentence';
import type { Claim } from '../../types';

const STEPS = 6000;

const ETA: Knob = { ...ANY, low: 1.8, step: 0.02, start: 3.2 };

interface Proved {
  eta: number;
  steps: number;
  all: number;
  /** Of all those that this run is about. */
  applying: number;
  holding: number;
  open: number;
  failing: number;
  claims: Claim[];
  /** The margins of those spoken of. */
  ends: number;
  quiet: number;
  grows: number;
  between: number;
  flow: number;
  closer: number;
  opposite: number;
}

/** The claims of the engine that the text speaks of. */
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

/** What each says, in a few words, in the order of the text. */
const PROVED_OF_ALL: [Name, string][] = [
  ['grows', 'α grows, β₁ shrinks until it crosses'],
  ['between', 'the curvature stays between bounds'],
  ['quiet', 'β₂ never goes back'],
  ['ends', 'ends right, and no sharper than 2/η'],
  ['flow', 'gradient flow would end beyond 2/η'],
];
const SEEN: [Name, string][] = [
  ['closer', 'closer to the constrained trajectory'],
  ['opposite', 'halves of the data against each other'],
];

/** A sentence for a claim, said where it holds. */
function about(name: Name, claim: string): Sentence<Proved> {
  return {
    claim,
    when: f => verdict(f, name) === 'holds',
    holds: f => f[name] >= 0,
  };
}

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
  knobs: [ETA],
  digits: { ends: 2, quiet: 2, grows: 2, between: 2, flow: 2, closer: 2, opposite: 2 },
  compute: (ask, values) => proved(ask, values.eta!, false),
  quickly: (ask, values) => proved(ask, values.eta!, true),
  text: [
    [
      {
        plain:
          'In the small model most of this can be proved, for all starts of a wide set, the admissible ones: Liu, Zhang, Du and Zhao did. A proof speaks of all runs at once; here its statements are held against the one run that you choose, each with its margin, how far its worst step is from being wrong. A margin of zero says that a bound is met exactly.',
      },
      {
        claim: 'For *η* = {eta} and {steps} steps, {holding} of the {applying} statements that apply hold.',
        holds: f => f.holding > 0 && f.holding <= f.applying && f.applying + f.open === f.all,
      },
    ],
    [
      about(
        'grows',
        'Proved: up to the first crossing [α only grows and β₁ only shrinks](grows), margin {grows}.',
      ),
      about(
        'between',
        'Proved: from then on the curvature along β₁ [stays between the floor that clips it and where gradient flow would end](between), margin {between}.',
      ),
      about(
        'quiet',
        'Proved: [β₂ never goes back](quiet), margin {quiet}: the quiet feature is learned through all the spikes.',
      ),
      about(
        'ends',
        'Proved: [training comes to a right answer](ends) that is no sharper than the limit, margin {ends}.',
      ),
      about('flow', 'Proved: [gradient flow would end beyond the limit](flow), margin {flow}.'),
    ],
    [
      about(
        'closer',
        'Seen, and not proved: at the edge descent is [closer to the constrained trajectory](closer) than to gradient flow, margin {closer}.',
      ),
      about(
        'opposite',
        'Seen, too: what a step does to one half of the data it does the opposite of to the other, [opposing signals](opposite), margin {opposite}.',
      ),
      {
        plain:
          'For networks next to nothing of this is proved. That is why the model is worth having: one can look for the same things there.',
      },
    ],
  ],
  questions: [],
  result: [
    {
      claim:
        'η = {eta}: of {all} statements checked {holding} hold, {open} are not reached or do not apply, {failing} fail.',
      holds: f => f.holding + f.open + f.failing === f.all,
    },
  ],
  draw(f) {
    return { panels: [statements(f)] };
  },
};

/** A row of the picture: what is said, and what came out. */
interface Row {
  words: string;
  outcome: string;
  colour: Colour;
  name?: string;
}

/** Margins smaller than this are rounding. */
const NOTHING = 1e-12;

function row(f: Proved, name: Name, words: string): Row {
  const margin = Math.abs(f[name]);
  const far = margin < NOTHING ? 'met exactly' : number(f[name], 2);
  switch (verdict(f, name)) {
    case 'holds':
      return { words: `✓ ${words}`, outcome: far, colour: 'text', name };
    case 'fails':
      return { words: `✗ ${words}`, outcome: far, colour: 'edge', name };
    default:
      return { words: `– ${words}`, outcome: verdict(f, name), colour: 'muted', name };
  }
}

/** The statements of the text, and what came out for this run; of the others how many hold. */
function statements(f: Proved): Panel {
  const spoken = [...PROVED_OF_ALL, ...SEEN];
  const hold = spoken.filter(([name]) => verdict(f, name) === 'holds').length;
  const applying = spoken.filter(([name]) => ['holds', 'fails'].includes(verdict(f, name))).length;
  const head = (words: string, outcome = ''): Row => ({ words, outcome, colour: 'muted' });
  const rows = [
    head('Proved for all admissible starts', 'margin'),
    ...PROVED_OF_ALL.map(([name, words]) => row(f, name, words)),
    head('Seen, and not proved'),
    ...SEEN.map(([name, words]) => row(f, name, words)),
    head(`And of ${f.applying - applying} other statements that apply ${f.holding - hold} hold`),
  ];
  const marks = rows.flatMap(({ words, outcome, colour, name }, i): Mark[] => {
    const at = { kind: 'label' as const, y: rows.length - i, colour, level: true, ...(name ? { name } : {}) };
    return [
      { ...at, x: 0, text: words },
      { ...at, x: 1, text: outcome, align: 'right' },
    ];
  });
  return {
    name: 'The statements, and what came out for this run',
    x: { title: '', range: [0, 1], bare: true },
    y: { title: '', range: [0.2, rows.length + 0.8], bare: true },
    marks,
  };
}
