import { type Ask, claims } from '../ask';
import type { Chapter } from '../chapter';
import type { Knob } from '../knob';
import { descent, ETA as ANY } from '../minimalist';
import type { Mark, Panel } from '../picture/scene';
import { remembered } from '../remembered';
import type { Claim as Sentence } from '../sentence';
import type { Claim } from '../../types';

const STEPS = 6000;

/** Margins are drawn between these; one that is nothing but rounding stands at the left. */
const RANGE: [number, number] = [1e-9, 100];

const ETA: Knob = { ...ANY, low: 1.8, step: 0.02, start: 3.2 };

interface Proved {
  eta: number;
  steps: number;
  all: number;
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

/** A sentence for a claim, said where it holds. */
function about(name: keyof typeof SPOKEN, claim: string): Sentence<Proved> {
  return {
    claim,
    when: f => verdict(f, name) === 'holds',
    holds: f => f[name] >= 0,
  };
}

function verdict(f: Proved, name: keyof typeof SPOKEN): string {
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
  ) as Record<keyof typeof SPOKEN, number>;
  return {
    eta,
    steps: STEPS,
    all: checked.length,
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
          'All this can be proved, in this model, for every start of a wide set. A proof speaks of all runs at once; here its statements are held against the one run that you choose, each with its margin, how far its worst step is from being wrong. A margin of zero says that a bound is met exactly.',
      },
      {
        claim: 'For *η* = {eta} and {steps} steps, {holding} of {all} statements checked hold.',
        holds: f => f.holding > 0 && f.holding <= f.all,
      },
    ],
    [
      about(
        'grows',
        'Proved: up to the first crossing [α only grows and β₁ only shrinks](grows), margin {grows}.',
      ),
      about(
        'between',
        'Proved: from then on the curvature along β₁ [stays between a floor and where gradient flow would end](between), margin {between}.',
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
    return { panels: [margins(f)] };
  },
};

function margins({ claims: found }: Proved): Panel {
  const rows = found.filter(claim => claim.margin !== null || claim.verdict === 'computing');
  const name = (claim: Claim) => Object.entries(SPOKEN).find(([, id]) => id === claim.id)?.[0];
  const marks = rows.flatMap((claim, i): Mark[] => {
    const y = rows.length - i;
    const computing = claim.margin === null;
    const x = Math.min(RANGE[1], Math.max(RANGE[0], Math.abs(claim.margin ?? 0)));
    const colour = claim.verdict === 'fails' ? 'edge' : claim.verdict === 'holds' ? 'flow' : 'muted';
    const named = name(claim) ?? 'rest';
    return [
      { kind: 'line', x: [RANGE[0], x], y: [y, y], colour, width: 3, name: named },
      { kind: 'dots', x: computing ? [] : [x], y: computing ? [] : [y], colour, radius: 5, name: named },
      {
        kind: 'label',
        x: RANGE[1],
        y,
        text: computing ? `${claim.id}, computing` : claim.id,
        colour: 'text',
        align: 'right',
        level: true,
        name: named,
      },
    ];
  });
  return {
    name: 'The margins of the statements on this run',
    x: { title: 'margin', range: RANGE, log: true },
    y: {
      title: 'statements, by their numbers in the paper; with * ours',
      range: [0.2, rows.length + 0.8],
      bare: true,
    },
    marks,
  };
}
