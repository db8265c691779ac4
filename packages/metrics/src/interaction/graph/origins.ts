import type { ActivationRecord, GraphState } from './graph-state.js';

/** Origins are told apart up to this number; beyond it, everything is taken to have something in common. */
const MAX_ORIGINS = 32;

/** Works out where the chains that end in an activation began: at itself, if nothing led to it. */
export function inheritOrigins(state: GraphState, activation: ActivationRecord): void {
  const before = [...activation.wokenBy];
  for (const id of activation.consumed) before.push(...(state.events.get(id)?.producers ?? []));
  if (before.length === 0) return;
  let origins: readonly number[] | null = [];
  for (const id of before) origins = merge(origins, state.activations.get(id)?.origins ?? null);
  activation.origins = origins;
}

/** Adds the origins of a message to those of an activation that is shown it. */
export function addOrigins(
  state: GraphState,
  activation: ActivationRecord,
  producers: readonly number[],
): void {
  // An activation that nothing led to is its own origin until it is shown something.
  const first = activation.origins?.[0] === activation.id && activation.origins.length === 1;
  let origins: readonly number[] | null = first ? [] : activation.origins;
  for (const id of producers) origins = merge(origins, state.activations.get(id)?.origins ?? null);
  if (origins?.length !== 0) activation.origins = origins;
}

/** True when the chains behind two activations have nothing in common. */
export function areUnrelated(a: readonly number[] | null, b: readonly number[] | null): boolean {
  if (a === null || b === null) return false;
  return a.every((origin) => !b.includes(origin));
}

function merge(a: readonly number[] | null, b: readonly number[] | null): readonly number[] | null {
  if (a === null || b === null) return null;
  const added = b.filter((origin) => !a.includes(origin));
  if (added.length === 0) return a;
  return a.length + added.length > MAX_ORIGINS ? null : [...a, ...added];
}
