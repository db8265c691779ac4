import {
  channelSpec,
  DEFAULT_MODEL,
  llmOptions,
  optionNames,
  standInOptions,
  type AgentFactory,
  type Component,
} from '@quorum/agents';
import { metricDescriptions } from '@quorum/metrics';
import { optionsLabel } from '../suite/options-label.js';
import { SET_BY_MODEL } from '../suite/settings.js';
import { describedOptions, type DescribedOption } from './described-options.js';
import { LOCAL_PROVIDER, providers } from '../models/providers.js';
import { necessitiesOf, necessityLabel, readNecessities } from '../report/necessity.js';
import { catalog } from '../system/catalog.js';
import { necessityFile } from '../system/paths.js';
import type { ListKind } from './list-kinds.js';
import { listSuites } from './list-suites.js';

/** A line about one thing that suites can name. */
export interface Entry {
  readonly [column: string]: unknown;
  readonly name: string;
  readonly options?: readonly DescribedOption[];
}

/** Models by name; of language models, the providers. */
const models = [
  {
    name: DEFAULT_MODEL,
    kind: 'stand-in',
    summary: 'answers by rules: a test instrument',
    options: standInOptions,
  },
  ...providers.map(({ name, keyVariable, baseUrl }) => ({
    name: `${name}:MODEL`,
    kind: 'llm',
    summary: `asked at ${baseUrl}, ${keyVariable === null ? 'no key' : `key from ${keyVariable}`}`,
    options: llmOptions,
  })),
  {
    name: `${LOCAL_PROVIDER}:FILE.gguf`,
    kind: 'llm',
    summary: 'a model file, run in this process',
    options: llmOptions,
  },
];

/** Everything that can be listed, and its lines. */
export const listed: Readonly<Record<ListKind, () => readonly Entry[]>> = {
  scenarios: () => {
    const necessities = readNecessities(necessityFile);
    return catalog.scenarios.map((scenario) => ({
      name: scenario.name,
      seats: `${scenario.seats.min}-${scenario.seats.max}`,
      summary: scenario.summary,
      'necessity of communication': necessityLabel(necessitiesOf(necessities, scenario)),
      options: describedOptions(scenario.options),
    }));
  },
  agents: () =>
    catalog.agents.map((agent) => ({
      name: agent.name,
      kind: agentKind(agent),
      summary: agent.summary,
      options: describedOptions(agent.options).filter(({ name }) => !SET_BY_MODEL.includes(name)),
    })),
  models: () => models.map((model) => ({ ...model, options: describedOptions(model.options) })),
  structures: () =>
    catalog.structures.map(({ name, topology, protocol, channel = {}, summary }) => ({
      name,
      topology: topology.name,
      protocol: protocol.name,
      channel: optionsLabel(channel),
      summary,
    })),
  topologies: () =>
    catalog.topologies.map(({ name, summary, options }) => ({
      name,
      summary,
      options: describedOptions(options),
    })),
  protocols: () =>
    catalog.protocols.map(({ name, summary, options }) => ({
      name,
      summary,
      options: describedOptions(options),
    })),
  channel: () =>
    describedOptions(channelSpec).map((option) => ({
      name: option.name,
      default: JSON.stringify(option.default),
      meaning: option.summary,
    })),
  clocks: () => catalog.clockProfiles.map(({ name, summary }) => ({ name, summary })),
  faults: () => catalog.faults.map(component),
  healing: () => catalog.healers.map(component),
  repair: () => catalog.repairs.map(component),
  metrics: () =>
    metricDescriptions.flatMap(({ version, family, columns }) =>
      columns.map(({ name, unit, range, summary }) => ({ name, version, family, unit, range, summary })),
    ),
  suites: listSuites,
};

function component({ name, summary, options }: Component): Entry {
  return { name, summary, options: describedOptions(options) };
}

function agentKind(agent: AgentFactory): string {
  if (optionNames(agent.options).includes('model')) return 'that of its model';
  const kind = agent.modelKind({});
  return agent.privileged ? `${kind}, privileged` : kind;
}
