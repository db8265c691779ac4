import { useMemo } from 'preact/hooks';
import { addressingMoment } from '../../model/addressing-track.js';
import type { EpisodeModel } from '../../model/episode-model.js';
import type { FrameTrack } from '../../model/frame-track.js';
import { MOST_SEATS } from '../../model/team-places.js';
import { RECENT_MICROS, trafficAt, type Traffic } from '../../model/traffic.js';
import { useAddressing } from '../data/addressing.js';
import { listing, selection, time } from '../data/state.js';
import { inkOn, seatColor } from '../palette.js';
import { bend, NODE_RADIUS } from './graph-layout.js';
import { structureLayout, type SeatPlace } from './structure-layout.js';

const SIZE = 300;
const WIDEST = 6;
/** Links along which nothing was said just now. */
const QUIET = '#9aa1ab';
/** More links than this hide each other: then only those in use are drawn. */
const MOST_LINKS = 120;

/** Who may address whom, with what was said so far; what was said just now is lit. */
export function StructurePanel(episode: {
  readonly path: string;
  readonly model: EpisodeModel;
  readonly frames: FrameTrack;
}) {
  const { path, model } = episode;
  const condition = listing.value?.conditions.find(({ episodes }) =>
    episodes.some((own) => own.path === path),
  );
  const fixed = condition?.addressing ?? null;
  const now = addressingMoment(time.value);
  const addressing = useAddressing(episode, now, condition !== undefined && fixed === null) ?? fixed;
  const isLarge = model.header.team.length > MOST_SEATS;
  const known = model.talk.messages.length;
  const traffic = useMemo(() => trafficAt(model, addressing, now), [model, addressing, known, now]);
  const places = structureLayout(model.header.team.length, addressing?.parents ?? null, SIZE);
  const drawn = traffic.length > MOST_LINKS ? traffic.filter(({ messages }) => messages.length > 0) : traffic;
  const used = traffic.filter(({ messages }) => messages.length > 0);
  used.sort((a, b) => b.messages.length - a.messages.length);
  return (
    <>
      <h2>Who may address whom</h2>
      <p class="faint">
        {condition === undefined ? '' : `${condition.structure}, topology ${condition.topology}. `}
        {addressing === null
          ? `${isLarge ? `Who may address whom is not worked out for more than ${MOST_SEATS} agents` : 'Who may address whom depends on moment, place or seed'}: shown is who did.`
          : `Thin: may be used${fixed === null ? ' at this moment' : ''}. The wider, the more was said.`}{' '}
        In colour: in the last {RECENT_MICROS / 1e6} s.
      </p>
      <svg
        class="graph structure"
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        role="img"
        aria-label="Who may address whom; the list below says how often they did"
      >
        <defs>
          {[...new Set(places.map(({ seat }) => seatColor(seat))), QUIET].map((color) => (
            <marker
              key={color}
              id={markerOf(color)}
              {...{ viewBox: '0 0 8 8', refX: 4, refY: 4, markerWidth: 8, markerHeight: 8 }}
              markerUnits="userSpaceOnUse"
              orient="auto"
            >
              <path d="M 0 0 L 8 4 L 0 8 z" fill={color} />
            </marker>
          ))}
        </defs>
        {drawn.map((link) => (
          <Link key={`${link.from} ${link.to}`} link={link} places={places} />
        ))}
        {places.map((place) => (
          <Seat key={place.seat} place={place} role={addressing?.roles[place.seat] ?? ''} />
        ))}
      </svg>
      {used.length === 0 ? <p class="faint">nothing was said yet</p> : null}
      <ul class="events">
        {used.map(({ from, to, messages, recent, allowed }) => (
          <li key={`${from} ${to}`}>
            <button onClick={() => (selection.value = { kind: 'link', from, to })}>
              agent {from} → agent {to}
            </button>{' '}
            {messages.length}×{recent === 0 ? '' : <b>, {recent} just now</b>}
            {allowed === false ? (
              <span class="faint">, {fixed === null ? 'not possible now' : 'past the structure'}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function Link({
  link: { from, to, allowed, messages, recent },
  places,
}: {
  link: Traffic;
  places: readonly SeatPlace[];
}) {
  const [start, end] = [places[from], places[to]];
  if (start === undefined || end === undefined) return null;
  const silent = messages.length === 0;
  const color = recent > 0 ? seatColor(from) : QUIET;
  return (
    <path
      class={`edge ${silent ? '' : 'clickable'}`}
      d={bend(start, end, 0)}
      stroke={color}
      stroke-width={silent ? 1 : Math.min(WIDEST, 1 + Math.sqrt(messages.length))}
      style={{ strokeOpacity: silent ? 0.5 : 0.9 }}
      stroke-dasharray={allowed === false ? '4 3' : undefined}
      marker-end={`url(#${markerOf(color)})`}
      onClick={silent ? undefined : () => (selection.value = { kind: 'link', from, to })}
    >
      <title>{`agent ${from} → agent ${to}: ${messages.length} messages, ${recent} just now`}</title>
    </path>
  );
}

function Seat({ place: { seat, x, y }, role }: { place: SeatPlace; role: string }) {
  return (
    <g
      class="clickable"
      transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
      onClick={() => (selection.value = { kind: 'seat', seat })}
    >
      <circle r={NODE_RADIUS} fill={seatColor(seat)} />
      <text class="seat" y={5} style={{ fill: inkOn(seatColor(seat)) }}>
        {seat}
      </text>
      {role === '' || role === 'member' ? null : (
        <text class="role" y={y < SIZE / 2 ? -NODE_RADIUS - 6 : NODE_RADIUS + 13}>
          {role}
        </text>
      )}
      <title>{role === '' ? `agent ${seat}` : `agent ${seat}, ${role}`}</title>
    </g>
  );
}

function markerOf(color: string): string {
  return `tip-${color.slice(1)}`;
}
