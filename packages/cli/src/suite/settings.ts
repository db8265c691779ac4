import {
  DEFAULT_MODEL,
  kindOfModel,
  llmOptions,
  optionNames,
  parseMember,
  standInOptions,
  type Catalog,
} from '@quorum/agents';
import type { JsonObject } from '@quorum/events';
import type { AgentFactory } from '@quorum/agents';
import type { CellSpec } from './axes.js';

/** Options that a suite sets and that count in a condition; the header has all the others, too. */
export interface Settings {
  readonly options: JsonObject;
  readonly agentOptions: JsonObject;
  readonly modelOptions: JsonObject;
  readonly channel: JsonObject;
}

/** An agent of a team with the models that its seats use; none for one that uses no model. */
export interface TeamAgent {
  readonly factory: AgentFactory;
  /** Options that a suite can set; the model has fields of its own. */
  readonly known: readonly string[];
  readonly models: readonly string[];
}

/** Options of an agent that come from the suite's fields `model` and `modelOptions`. */
export const SET_BY_MODEL: readonly string[] = ['model', 'modelOptions'];

/** The agents of a team, each once. Unknown names are left out. */
export function teamAgents({ team, model }: CellSpec, catalog: Catalog): TeamAgent[] {
  const members = [...new Set(team)].map(parseMember);
  return [...new Set(members.map(({ agent }) => agent))].flatMap((name) => {
    const factory = catalog.agents.find((candidate) => candidate.name === name);
    if (factory === undefined) return [];
    const names = optionNames(factory.options);
    const seats = members.filter(({ agent }) => agent === name);
    const models = seats.map((seat) => seat.model ?? model ?? DEFAULT_MODEL);
    return [
      {
        factory,
        known: names.filter((option) => !SET_BY_MODEL.includes(option)),
        models: names.includes('model') ? [...new Set(models)] : [],
      },
    ];
  });
}

/** True where nobody of the team could say or heed a word. */
export function isSilent(agents: readonly TeamAgent[]): boolean {
  return agents.every(({ factory }) => factory.silent === true);
}

/** Schema of the options that a model takes. */
export function modelSchema(model: string): typeof standInOptions | typeof llmOptions {
  return kindOfModel(model) === 'stand-in' ? standInOptions : llmOptions;
}

/** The agent and model options of a cell that somebody in its team takes. */
export function appliedOptions(
  spec: CellSpec,
  agents: readonly TeamAgent[],
): Pick<Settings, 'agentOptions' | 'modelOptions'> {
  const ofAgents = new Set(agents.flatMap(({ known }) => known));
  const ofModels = new Set(
    agents.flatMap(({ models }) => models.flatMap((model) => Object.keys(modelSchema(model).shape))),
  );
  return {
    agentOptions: pick(spec.agentOptions, ofAgents),
    modelOptions: pick(spec.modelOptions, ofModels),
  };
}

function pick(options: JsonObject | undefined, names: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(options ?? {}).filter(([name]) => names.has(name)));
}
