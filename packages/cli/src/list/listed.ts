import {
  builtIn,
  channelSpec,
  llmOptions,
  optionNames,
  standInOptions,
  type AgentFactory,
} from '@quorum/agents';
import { metricDescriptions } from '@quorum/metrics';
import { optionsLabel } from '../suite/options-label.js';
import { describedOptions, type Configurable } from './described-options.js';
import type { ListKind } from './list-kinds.js';
import { listSuites } from './list-suites.js';

/** A kind of thing that suites can name. */
export interface Listing {
  /** A line each; `options` are left to the table of options. */
  readonly entries: () => readonly Readonly<Record<string, unknown>>[];
  /** Whatever has options. */
  readonly configurable?: readonly Configurable[];
}

const models = [
  {
    name: 'rule-based',
    kind: 'stand-in',
    summary: 'answers by rules, needs no key: a test instrument',
    options: standInOptions,
  },
  {
    name: 'provider:model',
    kind: 'llm',
    summary: 'a language model: openai:…, anthropic:…, ollama:…, llama:PATH.gguf',
    options: llmOptions,
  },
];

/** Everything that can be listed. */
export const listings: Readonly<Record<ListKind, Listing>> = {
  scenarios: {
    entries: () =>
      builtIn.scenarios.map(({ name, seats, summary, options }) => ({
        name,
        seats: `${seats.min}-${seats.max}`,
        summary,
        options: describedOptions({ options }),
      })),
    configurable: builtIn.scenarios,
  },
  agents: {
    entries: () =>
      builtIn.agents.map((agent) => ({
        name: agent.name,
        kind: agentKind(agent),
        summary: agent.summary,
        options: describedOptions(agent),
      })),
    configurable: builtIn.agents,
  },
  models: {
    entries: () => models.map((model) => ({ ...model, options: describedOptions(model) })),
    configurable: models,
  },
  structures: {
    entries: () =>
      builtIn.structures.map(({ name, topology, protocol, channel = {}, summary }) => ({
        name,
        topology: topology.name,
        protocol: protocol.name,
        channel: optionsLabel(channel),
        summary,
      })),
  },
  topologies: {
    entries: () => builtIn.topologies.map(described),
    configurable: builtIn.topologies,
  },
  protocols: {
    entries: () => builtIn.protocols.map(described),
    configurable: builtIn.protocols,
  },
  channel: {
    entries: () =>
      describedOptions({ options: channelSpec }).map((option) => ({
        option: option.name,
        default: JSON.stringify(option.default),
        meaning: option.summary,
      })),
  },
  clocks: {
    entries: () => builtIn.clockProfiles.map(({ name, summary }) => ({ name, summary })),
  },
  metrics: {
    entries: () =>
      metricDescriptions.flatMap(({ version, columns }) =>
        columns.map(({ name, unit, range, summary }) => ({ name, version, unit, range, summary })),
      ),
  },
  suites: { entries: listSuites },
};

function described({ name, summary, options }: Configurable & { readonly summary: string }) {
  return { name, summary, options: describedOptions({ options }) };
}

function agentKind(agent: AgentFactory): string {
  if (optionNames(agent.options).includes('model')) return 'that of its model';
  const kind = agent.modelKind({});
  return agent.privileged ? `${kind}, privileged` : kind;
}
