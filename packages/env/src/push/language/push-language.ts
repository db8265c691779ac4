import type { ScenarioLanguage } from '../../contract/language.js';
import type { Observation } from '../../contract/simulation.js';
import type { PushObservation } from '../observation.js';
import { learnClaims } from './learn-claims.js';
import { doneClaim, ownClaims } from './own-claims.js';
import { pushClaim, type PushClaim } from './push-claim.js';
import { readObservation } from './read-observation.js';
import { pushRules, type PushMechanics } from './rules.js';
import { hearClaims, sayClaim } from './sentences.js';

const seen = (observation: Observation): PushObservation => observation as unknown as PushObservation;

/** How teams are told of a `push` world and talk about it. */
export function pushLanguage(mechanics: PushMechanics): ScenarioLanguage {
  return {
    version: 1,
    rules: (seats) => pushRules(seats, mechanics),
    read: readObservation,
    claim: pushClaim,
    done: doneClaim,
    claims: (observation) => ownClaims(seen(observation)),
    say: (claim) => sayClaim(claim as PushClaim),
    hear: (text) => hearClaims(text),
    learn: (observation, claims) => learnClaims(seen(observation), claims as readonly PushClaim[]),
  };
}
