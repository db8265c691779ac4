import { useMemo } from 'preact/hooks';
import type { AgentEdge, AgentNode } from '@quorum/metrics';
import type { EpisodeModel } from '../../model/episode-model.js';
import { whoWithWhom } from '../../model/who-with-whom.js';
import { seek } from '../data/playback.js';
import { selection, time } from '../data/state.js';
import { inkOn, REACTION_COLORS, REACTION_NAMES, seatColor } from '../palette.js';
import { graphLayout, NODE_RADIUS, type DrawnEdge } from './graph-layout.js';

const SIZE = 300;
const LABELS = Object.keys(REACTION_NAMES) as (keyof typeof REACTION_NAMES)[];

/** The interaction graph by agents up to the moment shown: who acts on what whom brought about. */
export function GraphPanel({ model }: { model: EpisodeModel }) {
  // Twice a second is enough: the graph has thousands of edges.
  const now = Math.floor(time.value / 5e5) * 5e5 + 5e5 - 1;
  const known = model.events.length;
  const view = useMemo(() => whoWithWhom(model, now), [model, known, now]);
  const { nodes, edges } = graphLayout(view, SIZE);
  const sorted = [...view.edges].sort((a, b) => b.count - a.count);
  return (
    <>
      <h2>Who acts on whom</h2>
      <p class="faint">From who brought something about to who was shown it; the wider, the more often.</p>
      <svg
        class="graph"
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        role="img"
        aria-label="Who acts on whom; the list below says the same"
      >
        <defs>
          {LABELS.map((label) => (
            <marker
              key={label}
              id={`arrow-${label}`}
              {...{ viewBox: '0 0 8 8', refX: 4, refY: 4, markerWidth: 8, markerHeight: 8 }}
              markerUnits="userSpaceOnUse"
              orient="auto"
            >
              <path d="M 0 0 L 8 4 L 0 8 z" fill={REACTION_COLORS[label]} />
            </marker>
          ))}
        </defs>
        {edges.map((drawn) => (
          <Edge key={keyOf(drawn.edge)} model={model} drawn={drawn} />
        ))}
        {nodes.map(({ id, x, y }) => (
          <Node key={id} id={id} x={x} y={y} />
        ))}
      </svg>
      <ul class="legend">
        {LABELS.filter((label) => view.edges.some((edge) => edge.label === label)).map((label) => (
          <li key={label}>
            <i style={{ background: REACTION_COLORS[label] }} /> {REACTION_NAMES[label]}
          </li>
        ))}
      </ul>
      {sorted.length === 0 ? <p class="faint">nothing yet</p> : null}
      <ul class="events">
        {sorted.map((edge) => (
          <li key={keyOf(edge)}>
            <button onClick={() => showLast(model, edge)}>
              {nameOf(edge.from)} → {nameOf(edge.to)}
            </button>{' '}
            {edge.count}× {REACTION_NAMES[edge.label]}
            {edge.implicit === 0 ? '' : <span class="faint">, {edge.implicit} without a word</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Edge({ model, drawn: { edge, path, width } }: { model: EpisodeModel; drawn: DrawnEdge }) {
  const { from, to, label, count } = edge;
  return (
    <path
      class="edge clickable"
      d={path}
      stroke={REACTION_COLORS[label]}
      stroke-width={width}
      marker-end={`url(#arrow-${label})`}
      onClick={() => showLast(model, edge)}
    >
      <title>{`${nameOf(from)} → ${nameOf(to)}: ${count}× ${REACTION_NAMES[label]}`}</title>
    </path>
  );
}

function Node({ id, x, y }: { id: AgentNode['id']; x: number; y: number }) {
  const seat = seatOf(id);
  if (seat === null) {
    return (
      <g transform={`translate(${x} ${y})`}>
        <rect class="other" x={-31} y={-11} width={62} height={22} rx={5} />
        <text y={4}>{nameOf(id)}</text>
      </g>
    );
  }
  return (
    <g
      class="clickable"
      transform={`translate(${x} ${y})`}
      onClick={() => (selection.value = { kind: 'seat', seat })}
    >
      <circle r={NODE_RADIUS} fill={seatColor(seat)} />
      <text class="seat" y={5} style={{ fill: inkOn(seatColor(seat)) }}>
        {seat}
      </text>
      <title>{nameOf(id)}</title>
    </g>
  );
}

/** Goes to the last event of a link. */
function showLast(model: EpisodeModel, { events }: AgentEdge): void {
  const event = model.events[events.at(-1) ?? -1];
  if (event === undefined) return;
  seek(event.time);
  selection.value = { kind: 'event', seq: event.seq };
}

function keyOf({ from, to, label }: AgentEdge): string {
  return `${from} ${to} ${label}`;
}

function seatOf(id: AgentNode['id']): number | null {
  return id === 'world' || id === 'system' ? null : Number(id.slice('seat-'.length));
}

function nameOf(id: AgentNode['id']): string {
  const seat = seatOf(id);
  if (seat !== null) return `agent ${seat}`;
  return id === 'world' ? 'world' : 'observer';
}
