/** What the server sends, by the names it uses. */
export interface Setting {
  name: string;
  description: string;
  kind: 'number' | 'integer' | 'text';
  allowed: string;
  default: number | string | null;
  start: boolean;
  section: string;
  /** The words of other settings with one of which it acts; it always does where there are none. */
  when: Record<string, string[]>;
}

export interface Model {
  name: string;
  settings: Setting[];
  live: boolean;
  /** The setting whose text names others, as a formula its parameters. */
  naming: string | null;
}

/** A model whose settings depend on a text, and the values of them all. */
export interface Schema extends Model {
  values: Settings;
}

/** What a run ended in. */
export interface Ending {
  kind: string;
  evidence: string;
}

export type Value = number | string;
export type Settings = Record<string, Value>;

export interface Preset {
  name: string;
  source: string;
  shows: string;
  seconds: number;
  model: string;
  settings: Settings;
}

export interface Catalogue {
  models: Model[];
  presets: Preset[];
}

export interface Series {
  step: number[];
  value: (number | null)[];
}

export type Path = Record<string, number[]>;

/** A column of a run: what its numbers are. */
export interface Column {
  name: string;
  kind: 'number' | 'count' | 'flag' | 'phase';
  role:
    | 'clock'
    | 'coordinate'
    | 'loss'
    | 'loss-term'
    | 'surrogate-loss'
    | 'test-loss'
    | 'accuracy'
    | 'sharpness'
    | 'preconditioned-sharpness'
    | 'eigenvalue'
    | 'curvature'
    | 'flow-sharpness'
    | 'step-curvature'
    | 'trace'
    | 'threshold'
    | 'phase'
    | 'progress'
    | 'measurement'
    | 'evidence'
    | 'part';
  symbol: string;
  words: string;
  /** The list that it is one entry of, or the column that it is a part of. */
  list: string;
}

export interface PlayResult {
  outcome: 'completed' | 'diverged' | 'stopped';
  ending: Ending;
  lastStep: number;
  /** Every column at the last step. */
  end: Record<string, number | null>;
  window: { from: number; to: number; pixels: number };
  threshold: number | null;
  curvature: string;
  firstCrossing: number;
  crossUp: number[];
  cycles: number;
  path: Path;
  columns: Record<string, Series>;
  /** Of a run that oscillates, some steps in a row at each of many places; else null. */
  samples: Record<string, Series> | null;
  described: Column[];
}

export interface Claim {
  id: string;
  statement: string;
  source: string;
  verdict: string;
  margin: number | null;
  worstStep: number | null;
  attained: string;
  note: string;
}

export interface Certificate {
  step: number;
  limitSharpnessLow: number;
  limitSharpnessHigh: number;
}

export interface Claims {
  claims: Claim[];
  certificate: Certificate | null;
}

/** What is drawn beside a run. */
export interface Overlays {
  window: { low: number; high: number; limitedBy: string; whyEmpty: string; provedWith: string } | null;
  flow: Path | null;
  constrained: Path | null;
  landmarks: Landmark[];
}

/** What a model has in the plane of its coordinates whatever the run: a curve, or where one coordinate has a value. */
export interface Landmark {
  name: string;
  kind: 'minima' | 'edge';
  at: Path;
}

/** A run in the store. */
export interface RunRow {
  id: string;
  name: string;
  model: string;
  started: string;
  status: 'finished' | 'running' | 'resumable';
  outcome: string;
  seconds: number | null;
  threshold: number | null;
  firstCrossing: number | null;
  cycles: number;
  claimsHold: number;
  claimsFail: number;
  settings: Record<string, unknown>;
}

export interface RunDetail extends RunRow {
  experiment: Record<string, unknown>;
  checkpoints: number[];
  columns: string[];
  /** Null while the run has not ended. */
  described: Column[] | null;
  pictures: string[];
  document: { claims?: Claim[]; ending?: Ending; forkOf?: Origin };
}

export interface RunColumns {
  window: { from: number; to: number; pixels: number };
  rows: number;
  /** The run's last step, also where the window ends before it. */
  last: number;
  columns: Record<string, Series>;
}

export type Design = 'grid' | 'random' | 'sobol' | 'border';

/** A sweep in the store; of one whose file cannot be read only the name, when it began and what is wrong. */
export interface SweepRow {
  sweep: string;
  started: string;
  model?: string;
  design?: Design;
  axes?: string[];
  runs?: number;
  /** How many of its runs are there. */
  made?: number;
  error?: string;
}

/** Where a run left the one that it is a fork of. */
export interface Origin {
  run: string;
  step: number;
}

/** What a list shows of a stored run. */
export interface Spark {
  series: Series | null;
  threshold: number | null;
  forkOf: Origin | null;
}

/** A run started from this page's server. */
export interface LiveRun {
  number: number;
  name: string;
  experiment: Record<string, unknown>;
  status: 'waiting' | 'running' | 'finished' | 'stopped' | 'failed';
  step: number;
  last: number;
  seconds: number;
  secondsLeft: number | null;
  threshold: number | null;
  /** Its id in the store, from its first step on; empty before that, and when nothing of it is kept. */
  id: string;
  error: string;
  forkOf: Origin | null;
  columns: string[];
  described: Column[];
}

/** A run that was asked to go on. */
export interface ResumedRun extends LiveRun {
  /** Whether it was under way before that. */
  already: boolean;
}

export interface LiveColumns extends LiveRun {
  series: Record<string, Series>;
}
