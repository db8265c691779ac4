import { QuorumError, type EpisodeHeader, type JsonObject, type PartSpec } from '@quorum/events';
import type { Catalog } from '../catalog/catalog.js';
import { lookUp } from '../catalog/look-up.js';
import { checkChannel } from '../channel/check-channel.js';
import { channelSpec, type ChannelSpec } from '../channel/channel-spec.js';
import type { PartChoice } from '../contract/structure.js';
import { contentOf, NOBODY } from './communication.js';
import type { Communication, EpisodeSpec } from './episode-spec.js';
import { resolveOptions } from './resolve-options.js';

type StructureFields = Pick<EpisodeHeader, 'structure' | 'topology' | 'protocol' | 'channel'>;

/** The structures in which teams do not talk, whatever they would have talked over: each is one condition. */
const SILENT: Readonly<Partial<Record<Communication, string>>> = {
  'no-comm': 'individual',
  'shared-observation': 'shared-observation',
};

/**
 * Topology, protocol and channel of an episode: those of the structure, with what the specification sets in their place.
 *
 * @throws QuorumError `UNKNOWN_NAME`; `CONFIG_INVALID` for wrong options and for parts that contradict each other;
 * `TEAM_INVALID` for a team that the topology does not fit.
 */
export function resolveStructure(spec: EpisodeSpec, catalog: Catalog): StructureFields {
  const { communication = 'talk' } = spec;
  const content = contentOf(communication);
  const silent = SILENT[communication];
  const structure = lookUp('structure', silent ?? spec.structure, catalog.structures);
  const own: Partial<EpisodeSpec> = silent === undefined ? spec : {};
  const topology = resolvePart('topology', own.topology ?? structure.topology, catalog.topologies);
  const protocol = resolvePart('protocol', own.protocol ?? structure.protocol, catalog.protocols);
  const given = resolveChannel({
    ...structure.channel,
    ...own.channel,
    ...(content === undefined ? {} : { content }),
  });
  checkChannel(given, spec.team.length);
  // A channel that nobody can use is one channel: its options do not make another condition.
  const channel = topology.name === NOBODY ? resolveChannel({}) : given;
  checkTogether({ seats: spec.team.length, topology, protocol, channel }, catalog);
  return { structure: structure.name, topology, protocol, channel };
}

function resolveChannel(options: JsonObject): ChannelSpec {
  return resolveOptions({ name: 'the channel', options: channelSpec }, options, 'channel') as ChannelSpec;
}

function resolvePart(
  kind: 'topology' | 'protocol',
  { name, options = {} }: PartChoice,
  known: Catalog['topologies'] | Catalog['protocols'],
): PartSpec {
  const part = lookUp<Catalog['topologies'][number] | Catalog['protocols'][number]>(kind, name, known);
  return { name, options: resolveOptions(part, options, `${kind}.options`) };
}

function checkTogether(
  parts: {
    readonly seats: number;
    readonly topology: PartSpec;
    readonly protocol: PartSpec;
    readonly channel: ChannelSpec;
  },
  catalog: Catalog,
): void {
  const topology = lookUp('topology', parts.topology.name, catalog.topologies);
  const protocol = lookUp('protocol', parts.protocol.name, catalog.protocols);
  const unfit = topology.refuses?.(parts.seats, parts.topology.options) ?? null;
  if (unfit !== null) {
    throw new QuorumError('TEAM_INVALID', `topology: ${topology.name} does not fit the team: ${unfit}.`, {
      fix: 'Choose another team size or topology.',
    });
  }
  const contradiction = protocol.refuses(topology, parts.channel, parts.topology.options);
  if (contradiction !== null) {
    throw new QuorumError(
      'CONFIG_INVALID',
      `protocol: ${protocol.name} contradicts the rest of the structure: ${contradiction}.`,
      {
        fix: 'Choose another topology, protocol or channel; `quorum list structures` shows what goes together.',
      },
    );
  }
}
