import { useMemo } from 'preact/hooks';
import type { GraphNode } from '@quorum/metrics';
import type { EpisodeModel } from '../../model/episode-model.js';
import { interactionWindow } from '../../model/interaction-window.js';
import { seek } from '../data/playback.js';
import { selection, time } from '../data/state.js';
import { inkOn, REACTION_COLORS, REACTION_NAMES, seatColor } from '../palette.js';
import { interactionLayout, type PlacedEdge, type PlacedNode } from './interaction-layout.js';

const WIDTH = 320;
/** Width of a character of a label, about. */
const CHARACTER = 5;
const LABELS = Object.keys(REACTION_NAMES) as (keyof typeof REACTION_NAMES)[];

/** The interaction graph around the moment shown: thoughts (boxes), what they bring about (dots), and at whom it arrived. */
export function InteractionPanel({ model }: { model: EpisodeModel }) {
  const now = Math.floor(time.value / 25e4) * 25e4 + 25e4 - 1;
  const known = model.events.length;
  const seats = model.header.team.length;
  const view = useMemo(() => interactionWindow(model, now), [model, known, now]);
  const layout = useMemo(() => interactionLayout(view, seats, WIDTH), [view, seats]);
  const { nodes, edges, height, columnOf } = layout;
  const firstAfter = nodes.find(({ node }) => node.time > now);
  const line = firstAfter === undefined ? null : firstAfter.y - 10.5;
  return (
    <>
      <h2>Thoughts and events</h2>
      <p class="faint">
        Boxes: thoughts of agents; dots: what they brought about. Time runs down; only what is near the moment
        shown{view.leadingOut === 0 ? '' : `, ${view.leadingOut} links lead further`}.
      </p>
      <ul class="legend inline">
        <li>
          <i class="generated" />
          brought about
        </li>
        {LABELS.map((label) => (
          <li key={label} title={label}>
            <i style={{ background: REACTION_COLORS[label] }} />
            {REACTION_NAMES[label]}
          </li>
        ))}
      </ul>
      <svg
        class="graph interactions"
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="group"
        aria-label="Thoughts and events"
      >
        <defs>
          {LABELS.map((label) => (
            <marker
              key={label}
              id={`into-${label}`}
              {...{ viewBox: '0 0 8 8', refX: 6, refY: 4, markerWidth: 7, markerHeight: 7 }}
              markerUnits="userSpaceOnUse"
              orient="auto"
            >
              <path d="M 0 0 L 8 4 L 0 8 z" fill={REACTION_COLORS[label]} />
            </marker>
          ))}
        </defs>
        <text x={columnOf(null)} y={18}>
          world
        </text>
        {model.header.team.map((_, seat) => (
          <g key={seat} transform={`translate(${columnOf(seat)} 13)`}>
            <circle r={10} fill={seatColor(seat)} />
            <text class="seat" y={5} style={{ fill: inkOn(seatColor(seat)) }}>
              {seat}
            </text>
          </g>
        ))}
        {line === null ? null : <line class="now" x1={0} x2={WIDTH} y1={line} y2={line} />}
        {edges.map((placed) => (
          <Edge
            key={`${placed.edge.from} ${placed.edge.to ?? ''} ${placed.edge.label} ${placed.edge.seat}`}
            placed={placed}
          />
        ))}
        {nodes.map((placed, i) => {
          const at = secondsOf(placed.node);
          const before = nodes[i - 1];
          return (
            <g key={placed.node.id}>
              {before === undefined || secondsOf(before.node) !== at ? (
                <text class="when" x={0} y={placed.y + 4}>
                  {at}
                </text>
              ) : null}
              <Node placed={placed} width={layout.columnWidth} />
            </g>
          );
        })}
      </svg>
      {nodes.length === 0 ? <p class="faint">nothing yet</p> : null}
    </>
  );
}

function Edge({ placed: { edge, path, end } }: { placed: PlacedEdge }) {
  const { label, to, seat, implicit } = edge;
  if (label === 'generate') return <path class="edge generated" d={path} />;
  const color = REACTION_COLORS[label];
  return (
    <g>
      <path
        class="edge"
        d={path}
        stroke={color}
        stroke-dasharray={implicit ? '2 3' : undefined}
        marker-end={to === null ? undefined : `url(#into-${label})`}
      >
        <title>{`${REACTION_NAMES[label]} (agent ${seat})${implicit ? ', without a word' : ''}`}</title>
      </path>
      {to === null ? (
        <path
          class="edge"
          stroke={color}
          d={`M ${end.x - 4} ${end.y - 12} l 8 8 m 0 -8 l -8 8`}
          aria-hidden="true"
        />
      ) : null}
    </g>
  );
}

function Node({ placed: { node, x, y, seat }, width }: { placed: PlacedNode; width: number }) {
  const go = (): void => {
    seek(node.time);
    selection.value = { kind: 'event', seq: node.id };
  };
  const name = nameOf(node);
  const text = `${name}, ${seat === null ? 'world' : `agent ${seat}`}, ${secondsOf(node)}`;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') go();
  };
  const color = seat === null ? '#5b6470' : seatColor(seat);
  const room = Math.floor((width - 8) / 6);
  const fits = x + 9 + name.length * CHARACTER < WIDTH;
  return (
    <g
      class="clickable node"
      transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
      {...{ role: 'button', tabindex: 0, 'aria-label': text, onClick: go, onKeyDown }}
    >
      {node.kind === 'activation' ? (
        <>
          <rect x={-width / 2 + 2} y={-8} width={width - 4} height={16} rx={4} fill="#fff" stroke={color} />
          <text y={4}>{node.purpose.slice(0, room)}</text>
        </>
      ) : (
        <>
          <circle r={5} fill={color} />
          <text class="what" x={fits ? 9 : -9} y={3.5} style={{ textAnchor: fits ? 'start' : 'end' }}>
            {name}
          </text>
        </>
      )}
      <title>{text}</title>
    </g>
  );
}

function nameOf(node: GraphNode): string {
  if (node.kind === 'activation') return node.purpose;
  if (node.kind === 'task') return node.task ?? 'task';
  if (node.kind === 'action') return 'action';
  return [node.speech ?? node.kind, node.task ?? ''].join(' ').trim();
}

function secondsOf({ time: at }: GraphNode): string {
  return `${(at / 1e6).toFixed(1)} s`;
}
