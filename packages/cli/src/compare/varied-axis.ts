import { communicationOf, isMute } from '@quorum/agents';
import type { EpisodeHeader, JsonObject } from '@quorum/events';
import { conditionKey } from '@quorum/metrics';
import type { ManifestCondition } from '../run-folder/manifest.js';
import { structureParts } from '../suite/structure-parts.js';

type Condition = Pick<ManifestCondition, 'header' | 'settings'>;

/** Something that two conditions may differ in. */
interface VariedAxis {
  readonly name: string;
  /** The header without all that this axis moves; two conditions that differ in nothing else have the same rest. */
  readonly rest: (header: EpisodeHeader) => object;
  /** Further demands on two conditions with the same rest. */
  readonly fits?: (a: Condition, b: Condition) => boolean;
}

const ALL: readonly VariedAxis[] = [
  { name: 'nothing', rest: (header) => header },
  { name: 'versions', rest: (header) => ({ ...header, versions: {} }) },
  { name: 'model', rest: (header) => without(header, ['model.'], { team: header.team.map(withoutModel) }) },
  {
    name: 'agent options',
    rest: (header) => without(header, ['prompt.'], { team: header.team.map(withoutAgentOptions) }),
  },
  {
    name: 'team',
    rest: (header) => without(header, ['agent.', 'prompt.', 'model.'], { team: header.team.length }),
  },
  { name: 'topology', rest: (header) => without(header, ['topology.'], { topology: null }) },
  { name: 'protocol', rest: (header) => without(header, ['protocol.'], { protocol: null }) },
  { name: 'communication', rest: withoutContent },
  { name: 'channel', rest: (header) => without(header, [], { channel: null }), fits: sameCommunication },
  {
    name: 'structure',
    rest: (header) =>
      without(header, ['topology.', 'protocol.'], {
        structure: null,
        topology: null,
        protocol: null,
        channel: null,
      }),
    fits: sameAroundStructure,
  },
  { name: 'clock', rest: (header) => without(header, ['clock'], { clock: null }) },
  { name: 'horizon', rest: (header) => without(header, [], { horizonTicks: null }) },
  { name: 'deadline', rest: (header) => without(header, [], { deadlineMicros: null }) },
  { name: 'limits', rest: (header) => without(header, [], { limits: null }) },
  ...(['fault', 'repair'] as const).map((name) => ({
    name,
    rest: (header: EpisodeHeader) => without(header, [`${name}.`], { [name]: null }),
  })),
  // Detectors come with healing and with nothing else.
  { name: 'healing', rest: (header) => without(header, ['healing.', 'detectors'], { healing: null }) },
  // The calibrated horizon goes with the world and the size of the team.
  { name: 'options', rest: (header) => without(header, [], { options: null, horizonTicks: null }) },
  {
    name: 'agents',
    rest: (header) => without(header, [], { team: differentSeats(header), horizonTicks: null }),
  },
];

/** Two conditions, in the order in which they were given, and the one thing in which they differ. */
export interface VariedPair<C> {
  readonly a: C;
  readonly b: C;
  readonly axis: string;
}

/** All pairs of conditions that differ in one thing only, axis by axis. */
export function variedPairs<C extends Condition>(conditions: readonly C[]): VariedPair<C>[] {
  const found = new Map<string, VariedPair<C>>();
  for (const { name, rest, fits } of ALL) {
    const groups = new Map<string, number[]>();
    conditions.forEach(({ header }, i) => {
      const key = keyOf(rest(header));
      const before = groups.get(key) ?? [];
      for (const j of before) {
        const [a, b] = [conditions[j], conditions[i]];
        if (a === undefined || b === undefined || found.has(`${j} ${i}`)) continue;
        if (fits === undefined || fits(a, b)) found.set(`${j} ${i}`, { a, b, axis: name });
      }
      groups.set(key, [...before, i]);
    });
  }
  return [...found.values()];
}

/** The one thing in which two conditions differ (`nothing` for one and the same), or null where there is no such thing. */
export function variedAxis(a: Condition, b: Condition): string | null {
  return variedPairs([a, b])[0]?.axis ?? null;
}

/** What is left of a header, as text that ignores seed and repeat. */
function keyOf(rest: object): string {
  return conditionKey(rest as EpisodeHeader);
}

/** A header with some fields replaced, and without the versions that such fields bring along. */
function without(
  header: EpisodeHeader,
  versions: readonly string[],
  fields: Readonly<Record<string, unknown>>,
): object {
  const kept = Object.entries(header.versions).filter(
    ([name]) => !versions.some((beginning) => name.startsWith(beginning)),
  );
  return { ...header, ...fields, versions: Object.fromEntries(kept) };
}

function withoutModel({ agent, options }: EpisodeHeader['team'][number]): object {
  return { agent, options: omit(options, ['model', 'modelOptions']) };
}

function withoutAgentOptions({ agent, modelKind, options }: EpisodeHeader['team'][number]): object {
  const { model, modelOptions } = options;
  return { agent, modelKind, model, modelOptions };
}

function withoutContent(header: EpisodeHeader): object {
  return { ...header, channel: omit(header.channel, ['content']) };
}

/** The seats of a team, each kind once. */
function differentSeats({ team }: EpisodeHeader): string[] {
  return [...new Set(team.map((seat) => JSON.stringify(seat)))].sort();
}

function sameCommunication(a: Condition, b: Condition): boolean {
  return communicationOf(a.header) === communicationOf(b.header);
}

/** Structures bring their own parts; what a suite sets beside them must be the same. Silence has no channel. */
function sameAroundStructure(a: Condition, b: Condition): boolean {
  if (isMute(a.header) || isMute(b.header)) return true;
  const set = ({ header, settings }: Condition): string => {
    const { topology, protocol } = structureParts(header);
    return JSON.stringify([settings.channel, topology.own || topology.label, protocol.own || protocol.label]);
  };
  return sameCommunication(a, b) && set(a) === set(b);
}

function omit(options: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !names.includes(name)));
}
