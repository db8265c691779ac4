import { QuorumError, type Action } from '@quorum/events';
import type { z } from 'zod';
import type { Scenario } from '../contract/scenario.js';
import type { Observation, SimulationSetup } from '../contract/simulation.js';
import { createRng } from '../rng/create-rng.js';
import { standByTheWall } from './stand-by.js';
import type { Rng } from '../rng/rng.js';
import { pushAction, type PushAction } from './actions.js';
import { createPush, restorePush } from './create-push.js';
import { pushLanguage } from './language/push-language.js';
import type { PushLayout } from './layout.js';
import type { PushObservation } from './observation.js';
import { renderObservation } from './observation-text.js';
import type { Knowledge } from './observe.js';
import { outlinePush } from './outline.js';
import { pushProposals } from './proposals.js';
import type { PushSetup } from './push-simulation.js';
import type { PushOptions } from './options.js';
import { randomPushAction } from './random-action.js';

/** What distinguishes one variant of `push` from another. */
export interface PushVariant {
  readonly name: string;
  readonly summary: string;
  readonly seats: { readonly min: number; readonly max: number };
  readonly options: z.ZodType<PushOptions>;
  horizonSeconds(seats: number): number;
  layout(rng: Rng, seats: number): PushLayout;
  /** Who knows which weights; drawn from the seed. Everybody knows all by default. */
  knowledge?(rng: Rng, seats: number, blocks: number): Knowledge;
}

/** The half of a `push` scenario that does not depend on what moves the bodies. */
export const pushPlay = {
  action: pushAction as unknown as z.ZodType<Action>,
  render: (observation: Observation) => renderObservation(observation as unknown as PushObservation),
  proposals: (observation: Observation) => pushProposals(observation as unknown as PushObservation),
  outline: (actions: readonly Action[], task: string) => outlinePush(actions as readonly PushAction[], task),
  randomAction: (observation: Observation, rng: Rng): Action =>
    randomPushAction(observation as unknown as PushObservation, rng),
  standBy: (observation: Observation): Action => standByTheWall(observation as unknown as PushObservation),
  idle: (seconds: number): Action => ({ type: 'wait', seconds }),
};

/** @throws QuorumError `CONFIG_INVALID` when options name a seat that the team does not have */
export function checkSeats(
  scenario: string,
  { bodies, keySeats }: Pick<PushOptions, 'bodies' | 'keySeats'>,
  seats: number,
): void {
  const named = [
    ...bodies.map(({ seat }) => ({ field: 'bodies', seat })),
    ...keySeats.map((seat) => ({ field: 'keySeats', seat })),
  ];
  const wrong = named.find(({ seat }) => seat >= seats);
  if (!wrong) return;
  throw new QuorumError(
    'CONFIG_INVALID',
    `options.${wrong.field}: there is no seat ${wrong.seat} in a team of ${seats} in ${scenario}.`,
    { fix: `Seats are numbered from 0 to ${seats - 1}.` },
  );
}

/** A scenario of Rapier bodies from a variant. */
export function createPushScenario(variant: PushVariant): Scenario {
  const build = (setup: SimulationSetup): PushSetup => {
    const options = setup.options as unknown as PushOptions;
    checkSeats(variant.name, options, setup.seats);
    const layout = variant.layout(createRng(setup.seed, 'layout'), setup.seats);
    const everybody: Knowledge = () => true;
    const knows =
      variant.knowledge?.(createRng(setup.seed, 'knowledge'), setup.seats, layout.blocks.length) ?? everybody;
    return { setup, scenario: variant.name, options, layout, knows };
  };
  return {
    ...pushPlay,
    language: pushLanguage('physics'),
    name: variant.name,
    summary: variant.summary,
    seats: variant.seats,
    options: variant.options,
    check: (seats, options) => checkSeats(variant.name, options as unknown as PushOptions, seats),
    horizonSeconds: (seats) => variant.horizonSeconds(seats),
    create: (setup) => createPush(build(setup)),
    restore: (saved, setup) => restorePush(build(setup), saved),
  };
}
