import type { ListedCondition } from '../../protocol/protocol.js';

/** What has to stand beside every picture of an episode: kind of model, clock, and the fingerprint of its condition. */
export function Badge({ condition }: { condition: ListedCondition | undefined }) {
  if (condition === undefined) return null;
  const { modelKind, clock, fingerprint } = condition;
  return (
    <span class="badge">
      <span class={`kind ${modelKind}`}>
        {modelKind === 'stand-in' ? 'stand-in, no language model' : modelKind}
      </span>{' '}
      <span title="clock">{clock}</span>{' '}
      <span class="fingerprint" title="fingerprint of the condition">
        {fingerprint}
      </span>
    </span>
  );
}
