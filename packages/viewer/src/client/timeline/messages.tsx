import type { EpisodeModel } from '../../model/episode-model.js';
import { selection } from '../data/state.js';
import { seatColor } from '../palette.js';
import { item, rowOf } from './items.js';

interface MessagesProps {
  readonly model: EpisodeModel;
  readonly x: (at: number) => number;
  readonly top: number;
  /** Of a lane. */
  readonly height: number;
}

/** Messages from the lane of the sender to those of the recipients. */
export function Messages({ model, x, top, height }: MessagesProps) {
  const middle = (seat: number): number => top + seat * height + 13;
  const { messages } = model.talk;
  // Senders lie above all lines, or lines of other messages would take the clicks.
  return (
    <g>
      {messages.map(({ seq, seat, time: sent, arrivals }) => (
        <g key={seq} class="message clickable" onClick={() => (selection.value = { kind: 'event', seq })}>
          {arrivals.map(({ seat: to, time: arrived, lost }) => (
            <line
              x1={x(sent)}
              y1={middle(seat)}
              x2={x(arrived)}
              y2={middle(to)}
              stroke={seatColor(seat)}
              stroke-dasharray={lost === null ? undefined : '2 3'}
            />
          ))}
          <path
            fill={seatColor(seat)}
            d={arrivals
              .filter(({ lost }) => lost === null)
              .map(({ seat: to, time: arrived }) => tip(x(arrived), middle(to), Math.sign(to - seat)))
              .join('')}
          />
        </g>
      ))}
      {messages.map(({ seq, seat, kind, time: sent, text }) => (
        <circle
          key={seq}
          class="sender clickable"
          cx={x(sent)}
          cy={middle(seat)}
          r={3.5}
          fill={seatColor(seat)}
          {...item({
            row: rowOf(seat),
            at: sent,
            label: `message of agent ${seat}, ${kind}: ${text}`,
            chosen: { kind: 'event', seq },
          })}
        >
          <title>{`${seat} ${kind}: ${text}`}</title>
        </circle>
      ))}
    </g>
  );
}

/** Head of an arrow that ends beside the middle of a lane, where messages of that lane begin; `down` is 1 or −1. */
function tip(x: number, middle: number, down: number): string {
  return `M${x.toFixed(1)} ${(middle - 3 * down).toFixed(1)}l-3 ${-5 * down}h6z`;
}
