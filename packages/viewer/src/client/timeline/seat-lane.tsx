import type { Lane } from '../../model/lanes.js';
import { inkOn, PLAN_COLORS, seatColor, STAGE_COLORS, STAGE_NAMES } from '../palette.js';
import { item, rowOf } from './items.js';

/** Height of a lane, pixels. */
export const LANE_HEIGHT = 34;

interface LaneProps {
  readonly lane: Lane;
  readonly agent: string;
  readonly x: (at: number) => number;
  readonly end: number;
}

/** What a seat did over time: its stages, and below them its plans. */
export function SeatLane({ lane: { seat, stages, plans }, agent, x, end }: LaneProps) {
  return (
    <>
      <g
        class="clickable"
        {...item({
          row: rowOf(seat),
          at: 0,
          label: `agent ${seat}`,
          chosen: { kind: 'seat', seat },
          isWide: true,
        })}
      >
        <circle cx={12} cy={15} r={8} fill={seatColor(seat)} />
        <text class="seat" x={12} y={19} style={{ fill: inkOn(seatColor(seat)) }}>
          {seat}
        </text>
        <text class="label" x={24} y={19}>
          {agent}
        </text>
      </g>
      {stages.map(({ stage, from, to }) => (
        <rect
          x={x(from)}
          y={2}
          width={Math.max(0.3, x(to ?? end) - x(from))}
          height={10}
          fill={STAGE_COLORS[stage]}
        >
          <title>{STAGE_NAMES[stage]}</title>
        </rect>
      ))}
      {plans.map(({ seq, task, from, to, status, outcome }) => (
        <rect
          class="plan clickable"
          x={x(from)}
          y={14}
          width={Math.max(1, x(to ?? end) - x(from))}
          height={15}
          fill={PLAN_COLORS[status]}
          {...item({
            row: rowOf(seat),
            at: from,
            label: `plan of agent ${seat} for ${planText(task, status, outcome)}`,
            chosen: { kind: 'event', seq },
            isWide: true,
          })}
        >
          <title>{planText(task, status, outcome)}</title>
        </rect>
      ))}
      {plans.map(({ seq, task, from, to }) => {
        const room = x(to ?? end) - x(from);
        return room < 44 || task === null ? null : (
          <text key={seq} class="plan-label" x={x(from) + 3} y={25}>
            {task.slice(0, Math.floor(room / 6.5))}
          </text>
        );
      })}
    </>
  );
}

function planText(task: string | null, status: string, outcome: string | null): string {
  return `${task ?? 'no task'}: ${status}${outcome === null ? '' : `, ${outcome}`}`;
}
