import { channelSpec, type Catalog, type Communication } from '@quorum/agents';
import type { JsonObject } from '@quorum/events';
import type { z } from 'zod';
import type { Cell } from './cells.js';
import { isSilent, modelSchema, type TeamAgent } from './settings.js';
import { suiteError, type SuiteProblem } from './suite-problem.js';
import type { Suite } from './suite-schema.js';
import type { FieldPath, SuiteSource } from './suite-source.js';

/** The structure in which nobody talks anyway. */
const SILENT_STRUCTURE = 'individual';

/** Options that one thing is given, and where. */
interface Given {
  /** What messages call it. */
  readonly name: string;
  readonly schema: z.ZodType;
  readonly options: JsonObject;
  readonly path: (option: string) => FieldPath;
}

/**
 * Checks the options of a cell against the schemas of what they are for.
 * @throws QuorumError `CONFIG_INVALID` with the place of every wrong option
 */
export function checkOptions(
  cell: Cell,
  agents: readonly TeamAgent[],
  catalog: Catalog,
  source: SuiteSource,
): void {
  const problems = givenOptions(cell, agents, catalog).flatMap(optionProblems);
  if (problems.length === 0) return;
  throw suiteError(source, problems, {
    fix: 'correct the option (`quorum list` shows them all). A list is an axis: an option whose value is a list itself is written as a list of lists.',
  });
}

function givenOptions({ spec, places }: Cell, agents: readonly TeamAgent[], catalog: Catalog): Given[] {
  const scenario = catalog.scenarios.find(({ name }) => name === spec.scenario);
  const parts = [
    ['topology', find(catalog.topologies, spec.topology), spec.topology],
    ['protocol', find(catalog.protocols, spec.protocol), spec.protocol],
    ['fault', find(catalog.faults, spec.fault), spec.fault],
    ['healing', find(catalog.healers, spec.healing), spec.healing],
    ['repair', find(catalog.repairs, spec.repair), spec.repair],
  ] as const;
  const at =
    (field: string) =>
    (option: string): FieldPath =>
      places[`${field}.${option}`] ?? [field];
  const inPart =
    (field: string) =>
    (option: string): FieldPath => [...(places[field] ?? [field]), option];
  const { options, agentOptions = {}, modelOptions = {}, channel = {} } = spec;
  return [
    ...(scenario ? [{ ...named(scenario), options, path: at('options') }] : []),
    ...parts.flatMap(([field, component, choice]) =>
      component ? [{ ...named(component), options: choice?.options ?? {}, path: inPart(field) }] : [],
    ),
    { name: 'the channel', schema: channelSpec, options: channel, path: at('channel') },
    ...agents.map(({ factory, known }) => ({
      ...named(factory),
      options: only(agentOptions, known),
      path: at('agentOptions'),
    })),
    ...agents
      .flatMap(({ models }) => models)
      .map((model) => {
        const schema = modelSchema(model);
        const own = only(modelOptions, Object.keys(schema.shape));
        return { name: model, schema, options: own, path: at('modelOptions') };
      }),
  ];
}

function find<T extends { readonly name: string }>(
  known: readonly T[],
  choice: { readonly name: string } | undefined,
): T | undefined {
  return known.find(({ name }) => name === choice?.name);
}

function named({ name, options }: { readonly name: string; readonly options: z.ZodType }) {
  return { name, schema: options };
}

function only(options: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(options).filter(([name]) => names.includes(name)));
}

function optionProblems({ name, schema, options, path }: Given): SuiteProblem[] {
  const parsed = schema.safeParse(options);
  if (parsed.success) return [];
  const known = Object.keys((schema as { shape?: object }).shape ?? {}).join(', ');
  return parsed.error.issues.flatMap((issue) => {
    const unknown = issue.code === 'unrecognized_keys' && issue.path.length === 0;
    const names = unknown ? issue.keys : [String(issue.path[0] ?? '')];
    const message = unknown
      ? known === ''
        ? `${name} has no options`
        : `${name} has no such option; known: ${known}`
      : issue.message.replace(/^Invalid (input|option): /, '');
    // What is missing was not set by the suite; whoever fills it in checks it.
    return names
      .filter((option) => option in options || option === '')
      .map((option) => ({ path: path(option), message }));
  });
}

/**
 * Checks that somebody in the suite takes each agent and model option, uses the model, and talks where the suite says
 * how. What only some teams know is not applied to the others.
 * @throws QuorumError `CONFIG_INVALID` with the place of everything that is of no use
 */
export function checkUnused(suite: Suite, agents: readonly TeamAgent[], source: SuiteSource): void {
  const ofAgents = new Set(agents.flatMap(({ known }) => known));
  const models = [...new Set(agents.flatMap((agent) => agent.models))];
  const ofModels = new Set(models.flatMap((model) => Object.keys(modelSchema(model).shape)));
  const unused = (field: 'agentOptions' | 'modelOptions', known: ReadonlySet<string>): SuiteProblem[] =>
    Object.keys(suite[field])
      .filter((option) => !known.has(option))
      .map((option) => {
        const who = field === 'agentOptions' ? 'agent' : 'model';
        const names = [...known].join(', ') || 'none';
        return {
          path: [field, option],
          message: `no ${who} of this suite has such an option; known: ${names}`,
        };
      });
  const problems = [...unused('agentOptions', ofAgents), ...unused('modelOptions', ofModels)];
  if (suite.model !== undefined && models.length === 0) {
    problems.push({ path: ['model'], message: 'no agent of this suite uses a model' });
  }
  if (isSilent(agents)) {
    const message = 'no agent of this suite talks';
    problems.push(...talkFields(suite).map((field) => ({ path: [field], message })));
  }
  if (problems.length === 0) return;
  throw suiteError(source, problems, { fix: 'leave it out, or add a team that uses it.' });
}

/** Conditions in which words are spoken, though not as such heard. */
const SPOKEN: ReadonlySet<Communication> = new Set([
  'silent-matched',
  'scrambled',
  'delayed',
  'random-sender',
  'fixed-text',
]);

/** Fields of a suite that say how its teams talk, and that say so. */
function talkFields(suite: Suite): string[] {
  return [
    ...(suite.structure.every((name) => name === SILENT_STRUCTURE) ? [] : ['structure']),
    ...(suite.topology === undefined ? [] : ['topology']),
    ...(suite.protocol === undefined ? [] : ['protocol']),
    ...(Object.keys(suite.channel).length === 0 ? [] : ['channel']),
    ...(suite.communication.some((condition) => SPOKEN.has(condition)) ? ['communication'] : []),
  ];
}
