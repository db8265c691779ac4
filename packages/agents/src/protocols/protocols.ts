import type { Protocol } from '../contract/protocol.js';
import { independent } from './independent.js';

/** Protocols, by name. */
export const protocols: readonly Protocol[] = [independent as Protocol];
