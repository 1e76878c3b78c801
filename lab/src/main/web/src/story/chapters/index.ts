import type { Chapter } from '../chapter';
import { BOUNCE } from './bounce';
import { EDGE } from './edge';
import { FEATURES } from './features';
import { FLOW } from './flow';
import { NETWORK } from './network';
import { PROVED } from './proved';
import { TRADEOFF } from './tradeoff';
import { VALLEY } from './valley';
import { WELL } from './well';

/** The story, in its order. */
export const CHAPTERS = [
  EDGE,
  VALLEY,
  WELL,
  FEATURES,
  BOUNCE,
  FLOW,
  NETWORK,
  PROVED,
  TRADEOFF,
] as unknown as Chapter[];
