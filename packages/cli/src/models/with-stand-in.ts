import { kindOfModel, ruleBased, type ModelProvider } from '@quorum/agents';
import { QuorumError } from '@quorum/events';

/**
 * The stand-in, which thinks in this thread, and the models of another provider for all other names.
 * @param others null where no language model may be asked
 */
export function withStandIn(others: ModelProvider | null): ModelProvider {
  return {
    client(model, scenario) {
      if (kindOfModel(model) === 'stand-in') return ruleBased(scenario);
      if (others !== null) return others.client(model, scenario);
      throw new QuorumError('MODEL_UNAVAILABLE', `${model} is asked, and no language models are connected.`, {
        fix: 'play the episode with a tape, or through `quorum run`.',
      });
    },
  };
}
