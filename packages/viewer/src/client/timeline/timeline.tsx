import { memo } from 'preact/compat';
import { useRef, useState, useEffect } from 'preact/hooks';
import type { EpisodeModel } from '../../model/episode-model.js';
import { seek } from '../data/playback.js';
import { endTime, time } from '../data/state.js';
import { BeliefSpans, SPANS_HEIGHT } from './belief-spans.js';
import { rowOf } from './items.js';
import { listenToArrows } from './listen-to-arrows.js';
import { Mark } from './mark.js';
import { Messages } from './messages.js';
import { Axis, Score, SCORE_HEIGHT } from './score.js';
import { LANE_HEIGHT, SeatLane } from './seat-lane.js';
import { STRIP_HEIGHT, StripRow } from './strip-row.js';
import { taskStrips } from './task-strips.js';

export const LABEL_WIDTH = 80;
const MARK_HEIGHT = 16;
const AXIS_HEIGHT = 18;

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
    // Keys have chosen their moment.
    if (event.detail === 0) return;
    const left = (event.currentTarget as Element).getBoundingClientRect().left;
    const at = ((event.clientX - left - LABEL_WIDTH) / inner) * end;
    if (at >= 0) seek(at);
  };
  const strips = taskStrips(model);
  const lanes = model.lanes.length * laneHeight(model);
  const height = MARK_HEIGHT + lanes + strips.length * STRIP_HEIGHT + SCORE_HEIGHT + AXIS_HEIGHT;
  return (
    <div class="timeline" ref={holder}>
      <svg
        width={width}
        height={height}
        onClick={go}
        onKeyDown={listenToArrows}
        tabindex={0}
        role="group"
        aria-label="Timeline: arrow keys go from one event to the next, Enter shows it"
      >
        <Tracks model={model} events={events} end={end} width={width} />
        <Cursor x={x} height={height} />
      </svg>
    </div>
  );
}

/** In async mode beliefs have a line of their own: the world moves on between a belief and what comes of it. */
function showsBeliefs({ header }: EpisodeModel): boolean {
  return header.clock.mode === 'async';
}

function laneHeight(model: EpisodeModel): number {
  return LANE_HEIGHT + (showsBeliefs(model) ? SPANS_HEIGHT : 0);
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
    const spans = showsBeliefs(model);
    const lane = laneHeight(model);
    const stripsTop = lanesTop + model.lanes.length * lane;
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
            at={finding.time}
          />
        ))}
        {model.marks.map(({ seq, time: at, kind, text }) =>
          kind === 'failure' ? null : <Mark key={seq} x={x(at)} kind={kind} text={text} seq={seq} at={at} />,
        )}
        {model.lanes.map((own, i) => (
          <g key={own.seat} transform={`translate(0 ${lanesTop + i * lane + (spans ? SPANS_HEIGHT : 0)})`}>
            <SeatLane lane={own} x={x} end={end} agent={model.header.team[own.seat]?.agent ?? ''} />
          </g>
        ))}
        <Messages model={model} x={x} top={lanesTop + (spans ? SPANS_HEIGHT : 0)} height={lane} />
        {model.activations.map((calls, seat) =>
          spans ? (
            <g key={seat} transform={`translate(0 ${lanesTop + seat * lane})`}>
              <BeliefSpans seat={seat} calls={calls} row={rowOf(seat)} x={x} end={end} />
            </g>
          ) : null,
        )}
        {strips.map((strip, i) => (
          <g key={strip.task} transform={`translate(0 ${stripsTop + i * STRIP_HEIGHT})`}>
            <StripRow strip={strip} row={rowOf(model.lanes.length + i)} x={x} end={end} />
          </g>
        ))}
        <Score model={model} x={x} end={end} top={scoreTop} />
        <Axis x={x} end={end} y={scoreTop + SCORE_HEIGHT} />
      </g>
    );
  },
  (a, b) => a.events === b.events && a.end === b.end && a.width === b.width && a.model === b.model,
);
