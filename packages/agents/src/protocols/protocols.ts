import type { Protocol } from '../contract/protocol.js';
import { bulletin } from './bulletin.js';
import { free } from './free.js';
import { hierarchy } from './hierarchy.js';
import { independent } from './independent.js';
import { rounds } from './rounds.js';
import { solo } from './solo.js';
import { turnTaking } from './turn-taking.js';

/** Protocols, by name. */
export const protocols: readonly Protocol[] = [
  independent,
  hierarchy,
  turnTaking,
  rounds,
  free,
  bulletin,
  solo,
];
