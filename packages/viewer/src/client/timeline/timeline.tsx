import { memo } from 'preact/compat';
import { useRef, useState, useEffect } from 'preact/hooks';
import type { EpisodeModel } from '../../model/episode-model.js';
import type { Lane } from '../../model/lanes.js';
import { seek } from '../data/playback.js';
import { endTime, selection, time } from '../data/state.js';
import { PLAN_COLORS, seatColor, STAGE_COLORS, STAGE_NAMES } from '../palette.js';
import { taskStrips } from './task-strips.js';

const LABEL_WIDTH = 64;
const LANE_HEIGHT = 34;
const STRIP_HEIGHT = 14;
const SCORE_HEIGHT = 30;
const MARK_HEIGHT = 16;

interface Props {
  readonly model: EpisodeModel;
  /** Number of events known: what decides whether it is drawn anew. */
  readonly events: number;
}

/** Lanes of the seats, strips of the tasks, score and marks over virtual time; a click goes there. */
export function Timeline({ model, events }: Props) {
  const holder = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(800);
  useEffect(() => {
    const frame = holder.current;
    if (frame === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(frame.clientWidth));
    observer.observe(frame);
    return () => observer.disconnect();
  }, []);
  const end = Math.max(1, endTime.value);
  const inner = Math.max(100, width - LABEL_WIDTH - 8);
  const x = (at: number): number => LABEL_WIDTH + (at / end) * inner;
  const go = (event: MouseEvent): void => {
    const left = (event.currentTarget as Element).getBoundingClientRect().left;
    const at = ((event.clientX - left - LABEL_WIDTH) / inner) * end;
    if (at >= 0) seek(at);
  };
  const strips = taskStrips(model);
  const height =
    MARK_HEIGHT + model.lanes.length * LANE_HEIGHT + strips.length * STRIP_HEIGHT + SCORE_HEIGHT + 18;
  return (
    <div class="timeline" ref={holder}>
      <svg width={width} height={height} onClick={go} role="group" aria-label="Timeline">
        <Tracks model={model} events={events} end={end} width={width} />
        <Cursor x={x} height={height} />
      </svg>
    </div>
  );
}

function Cursor({ x, height }: { x: (at: number) => number; height: number }) {
  const at = x(time.value);
  return <line class="cursor" x1={at} x2={at} y1={0} y2={height} />;
}

interface TracksProps extends Props {
  readonly end: number;
  readonly width: number;
}

/** All that does not move with the moment shown. */
const Tracks = memo(
  ({ model, end, width }: TracksProps) => {
    const inner = Math.max(100, width - LABEL_WIDTH - 8);
    const x = (at: number): number => LABEL_WIDTH + (Math.min(at, end) / end) * inner;
    const strips = taskStrips(model);
    const lanesTop = MARK_HEIGHT;
    const stripsTop = lanesTop + model.lanes.length * LANE_HEIGHT;
    const scoreTop = stripsTop + strips.length * STRIP_HEIGHT;
    return (
      <g>
        {model.findings.map((finding) => (
          <Mark
            key={finding.id}
            x={x(finding.time)}
            kind={finding.severity === 'failure' ? 'finding' : 'warning'}
            text={finding.sentence}
            seq={finding.evidence.at(-1) ?? null}
            time={finding.time}
          />
        ))}
        {model.marks
          .filter(({ kind }) => kind !== 'failure')
          .map(({ seq, time: at, kind, text }) => (
            <Mark key={seq} x={x(at)} kind={kind} text={text} seq={seq} time={at} />
          ))}
        {model.lanes.map((lane, i) => (
          <g key={lane.seat} transform={`translate(0 ${lanesTop + i * LANE_HEIGHT})`}>
            <SeatLane lane={lane} x={x} end={end} agent={model.header.team[lane.seat]?.agent ?? ''} />
          </g>
        ))}
        <Messages model={model} x={x} top={lanesTop} />
        {strips.map(({ task, pieces }, i) => (
          <g key={task} transform={`translate(0 ${stripsTop + i * STRIP_HEIGHT})`}>
            <text class="label" x={4} y={10}>
              {task}
            </text>
            {pieces.map(({ from, to, share }) => (
              <rect
                class="strip"
                x={x(from)}
                y={2}
                width={Math.max(0.5, x(to ?? end) - x(from))}
                height={STRIP_HEIGHT - 5}
                fill={share >= 1 ? '#6aa84f' : '#e69f00'}
                fill-opacity={0.25 + 0.75 * Math.min(1, share)}
                onClick={choose({ kind: 'task', task })}
              >
                <title>{`${task}: ${Math.round(share * 100)} % of the seats needed push`}</title>
              </rect>
            ))}
          </g>
        ))}
        <Score model={model} x={x} end={end} top={scoreTop} />
        <Axis x={x} end={end} y={scoreTop + SCORE_HEIGHT} />
      </g>
    );
  },
  (a, b) => a.events === b.events && a.end === b.end && a.width === b.width && a.model === b.model,
);

function choose(chosen: NonNullable<typeof selection.value>) {
  return () => (selection.value = chosen);
}

interface LaneProps {
  readonly lane: Lane;
  readonly agent: string;
  readonly x: (at: number) => number;
  readonly end: number;
}

function SeatLane({ lane: { seat, stages, plans }, agent, x, end }: LaneProps) {
  return (
    <>
      <g onClick={choose({ kind: 'seat', seat })} class="clickable">
        <circle cx={12} cy={15} r={8} fill={seatColor(seat)} />
        <text class="seat" x={12} y={19}>
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
          onClick={choose({ kind: 'event', seq })}
        >
          <title>{`${task ?? 'no task'}: ${status}${outcome === null ? '' : `, ${outcome}`}`}</title>
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

function Messages({ model, x, top }: { model: EpisodeModel; x: (at: number) => number; top: number }) {
  const middle = (seat: number): number => top + seat * LANE_HEIGHT + 13;
  const { messages } = model.talk;
  // Senders lie above all lines, or lines of other messages would take the clicks.
  return (
    <g>
      {messages.map(({ seq, seat, time: sent, arrivals }) => (
        <g key={seq} class="message clickable" onClick={choose({ kind: 'event', seq })}>
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
          onClick={choose({ kind: 'event', seq })}
        >
          <title>{`${seat} ${kind}: ${text}`}</title>
        </circle>
      ))}
    </g>
  );
}

interface MarkProps {
  readonly x: number;
  readonly kind: string;
  readonly text: string;
  readonly seq: number | null;
  readonly time: number;
}

function Mark({ x, kind, text, seq }: MarkProps) {
  return (
    <path
      class={`mark ${kind} clickable`}
      d={`M ${x} 14 l -5 -11 h 10 z`}
      onClick={seq === null ? undefined : choose({ kind: 'event', seq })}
    >
      <title>{text}</title>
    </path>
  );
}

interface ScoreProps {
  readonly model: EpisodeModel;
  readonly x: (at: number) => number;
  readonly end: number;
  readonly top: number;
}

function Score({ model, x, end, top }: ScoreProps) {
  const { scores } = model.tasks;
  const max = Math.max(1, model.ended?.maxScore ?? scores.at(-1)?.max ?? 1);
  const y = (points: number): number => top + SCORE_HEIGHT - 4 - (points / max) * (SCORE_HEIGHT - 8);
  const steps = scores.map(({ time: at, total }) => `H ${x(at)} V ${y(total)}`).join(' ');
  return (
    <g>
      <text class="label" x={4} y={top + 18}>
        score
      </text>
      <path class="score" d={`M ${x(0)} ${y(0)} ${steps} H ${x(end)}`} />
    </g>
  );
}

function Axis({ x, end, y }: { x: (at: number) => number; end: number; y: number }) {
  const seconds = end / 1e6;
  const step = [1, 2, 5, 10, 20, 30, 60, 120, 300].find((each) => seconds / each <= 12) ?? 600;
  const ticks = Array.from({ length: Math.floor(seconds / step) + 1 }, (_, i) => i * step);
  return (
    <g class="axis">
      {ticks.map((at) => (
        <text key={at} x={x(at * 1e6)} y={y + 12}>
          {at} s
        </text>
      ))}
    </g>
  );
}
