import type { Activation } from '../../../model/activations.js';
import type { EpisodeModel } from '../../../model/episode-model.js';
import { tokensBy, tokensOf, type TokenCount } from '../../../model/seat-at-time.js';
import type { TokenPrice } from '../../../protocol/protocol.js';
import { listing } from '../../data/state.js';
import { dollarsText } from '../format.js';

interface Props {
  readonly model: EpisodeModel;
  readonly seat: number;
  readonly now: number;
  /** The call that is shown. */
  readonly call: Activation | null;
}

/** Tokens of a seat up to the moment shown and in the call shown, with what they cost where that is known. */
export function SpentTokens({ model, seat, now, call }: Props) {
  const whole = tokensBy(model, seat, now);
  if (whole.calls === 0) return <p class="faint">no model called yet</p>;
  const name = model.header.team[seat]?.options['model'];
  const price = typeof name === 'string' ? listing.value?.prices[name] : undefined;
  return (
    <table class="tokens">
      <thead>
        <tr>
          <th>tokens</th>
          <th>in</th>
          <th>out</th>
          {price === undefined ? null : <th>about</th>}
        </tr>
      </thead>
      <tbody>
        <Row name="so far" count={whole} price={price} />
        {call === null ? null : <Row name="this call" count={tokensOf(call)} price={price} />}
      </tbody>
    </table>
  );
}

function Row({ name, count, price }: { name: string; count: TokenCount; price: TokenPrice | undefined }) {
  const { input, output } = count;
  return (
    <tr>
      <th>{name}</th>
      <td>{input.toLocaleString('en')}</td>
      <td>{output.toLocaleString('en')}</td>
      {price === undefined ? null : (
        <td>{dollarsText((input * price.input + output * price.output) / 1e6)}</td>
      )}
    </tr>
  );
}
