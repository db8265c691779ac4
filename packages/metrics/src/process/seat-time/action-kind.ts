import type { Action } from '@quorum/events';

/** What a body does for an action that is not being executed as part of an attempt. */
export type ActionKind = 'walk' | 'waitForBodies' | 'stand';

/**
 * Read off the parameters of an action, whose names belong to the scenario: an action that says for how many agents
 * (`count`) waits for them, one that says for how long (`seconds`) stands still, any other goes somewhere.
 */
export function actionKind(action: Action): ActionKind {
  if ('count' in action) return 'waitForBodies';
  return 'seconds' in action ? 'stand' : 'walk';
}
