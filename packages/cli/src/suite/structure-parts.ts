import { channelSpec, isMute } from '@quorum/agents';
import type { EpisodeHeader, JsonObject, PartSpec } from '@quorum/events';
import { catalog } from '../system/catalog.js';
import { optionsLabel } from './options-label.js';

/** Topology, protocol and channel of an episode, in words, and whether they are the structure's own. */
export interface StructureParts {
  readonly topology: PartLabel;
  readonly protocol: PartLabel;
  readonly channel: PartLabel;
}

interface PartLabel {
  /** `small-world degree=4`: options that have their default are left out. */
  readonly label: string;
  /** It is what the structure says. */
  readonly own: boolean;
}

/** Names what an episode's structure is made of. */
export function structureParts(
  header: Pick<EpisodeHeader, 'structure' | 'topology' | 'protocol' | 'channel'>,
): StructureParts {
  const structure = catalog.structures.find(({ name }) => name === header.structure);
  const part = (kind: 'topology' | 'protocol'): PartLabel => {
    const known = kind === 'topology' ? catalog.topologies : catalog.protocols;
    const spec: PartSpec = header[kind];
    const options = known.find(({ name }) => name === spec.name)?.options;
    const given = structure?.[kind];
    const own = options?.safeParse(given?.options ?? {}).data;
    return {
      label: [spec.name, ...words(changed(spec.options, options?.safeParse({}).data ?? {}))].join(' '),
      own: given?.name === spec.name && Object.keys(changed(spec.options, own ?? {})).length === 0,
    };
  };
  // Whether words arrive at all is told as communication.
  const channel = Object.fromEntries(Object.entries(header.channel).filter(([name]) => name !== 'content'));
  const own = channelSpec.safeParse(structure?.channel ?? {}).data ?? {};
  return {
    topology: part('topology'),
    protocol: part('protocol'),
    channel: {
      label: words(changed(channel, channelSpec.parse({}))).join(' ') || 'plain',
      own: isMute(header) || Object.keys(changed(channel, own)).length === 0,
    },
  };
}

/** Options whose value is another than in `standard`. */
function changed(options: JsonObject, standard: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(options).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(standard[name]),
    ),
  );
}

function words(options: JsonObject): string[] {
  return Object.keys(options).length === 0 ? [] : [optionsLabel(options)];
}
