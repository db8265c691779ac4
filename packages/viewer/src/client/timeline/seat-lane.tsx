import type { Lane, PlanBox } from '../../model/lanes.js';
import { outcomeWords } from '../../model/plain-words.js';
import { inkOn, PLAN_COLORS, seatColor, STAGE_COLORS, STAGE_NAMES } from '../palette.js';
import { item, rowOf } from './items.js';

/** Height of a lane, pixels. */
export const LANE_HEIGHT = 34;

/** Characters of the name of an agent that fit beside its number. */
const LONGEST_NAME = 9;

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
        <title>{`agent ${seat}: ${agent}`}</title>
        <text class="label" x={24} y={19}>
          {shortName(agent)}
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
      {plans.map((plan) => (
        <rect
          class="plan clickable"
          x={x(plan.from)}
          y={14}
          width={Math.max(1, x(plan.to ?? end) - x(plan.from))}
          height={15}
          fill={PLAN_COLORS[plan.status]}
          {...item({
            row: rowOf(seat),
            at: plan.from,
            label: `plan of agent ${seat} for ${planText(plan)}`,
            chosen: { kind: 'event', seq: plan.seq },
            isWide: true,
          })}
        >
          <title>{planText(plan)}</title>
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

/** What fits before the lane. */
function shortName(agent: string): string {
  return agent.length > LONGEST_NAME ? `${agent.slice(0, LONGEST_NAME - 1)}…` : agent;
}

function planText({ task, status, outcome }: PlanBox): string {
  const how = outcome === null || outcome === 'success' ? '' : `, ${outcomeWords(outcome)} (${outcome})`;
  return `${task ?? 'no task'}: ${status}${how}`;
}
