import type { Healer } from '@quorum/agents';
import { createControl, createHealer } from './create-healer.js';
import { annotate } from './policies/annotate.js';
import { create } from './policies/create.js';
import { noOp } from './policies/no-op.js';
import { observe } from './policies/observe.js';
import { randomNudge } from './policies/random-nudge.js';
import { reroute } from './policies/reroute.js';

/** Policies of healing, by name. */
export const healers: readonly Healer[] = [
  ...[observe, annotate, reroute, create].map(createHealer),
  ...[noOp, randomNudge].map(createControl),
];
