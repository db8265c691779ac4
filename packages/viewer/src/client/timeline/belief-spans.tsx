import type { Activation } from '../../model/activations.js';
import { secondsText } from '../panels/format.js';
import { item } from './items.js';

/** Height of the line of spans above a lane, pixels. */
export const SPANS_HEIGHT = 7;
const MIDDLE = 3;

interface Props {
  readonly seat: number;
  readonly calls: readonly Activation[];
  readonly row: number;
  readonly x: (at: number) => number;
  readonly end: number;
}

/** Above the lane of a seat: from when a belief was formed (ring) to when the decision that rests on it acted (bar). */
export function BeliefSpans({ seat, calls, row, x, end }: Props) {
  return (
    <>
      {calls.map(({ started, ended }) => {
        const [from, to] = [x(started.time), x(ended?.time ?? end)];
        const acted = ended === null ? 'still out' : `acted at ${secondsText(ended.time)}`;
        const formed = `belief formed at ${secondsText(started.time)}`;
        const label = `agent ${seat}, ${started.purpose}: ${formed}, ${acted}`;
        const at = ended?.time ?? started.time;
        const chosen = { kind: 'seat', seat, call: started.seq } as const;
        return (
          <g key={started.seq} class="belief-span clickable" {...item({ row, at, label, chosen })}>
            {/* Wide enough to be hit. */}
            <rect class="reach" x={from - 3} y={-1} width={to - from + 6} height={SPANS_HEIGHT + 1} />
            <line x1={from} x2={to} y1={MIDDLE} y2={MIDDLE} />
            <circle cx={from} cy={MIDDLE} r={2.2} />
            {ended === null ? null : <line x1={to} x2={to} y1={0} y2={2 * MIDDLE} />}
            <title>{label}</title>
          </g>
        );
      })}
    </>
  );
}
