/**
 * Why a model cannot be asked any more: its provider failed, or the episode has used up what it may spend. The episode
 * ends with this status, whatever the agent makes of it.
 */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure';

  constructor(
    readonly status: 'model_error' | 'model_budget',
    message: string,
  ) {
    super(message);
  }
}
