import type { ClockSpec, EpisodeHeader, JsonObject, ModelLimits } from '@quorum/events';
import { z } from 'zod';
import { builtIn, type Catalog } from '../catalog/catalog.js';
import type { Usage } from '../clock/clock-profile.js';
import type { Agent, AgentFactory } from '../contract/agent.js';
import { kindOfModel } from '../contract/model.js';
import type { Healer } from '../contract/healer.js';
import type { Protocol } from '../contract/protocol.js';
import type { PartChoice } from '../contract/structure.js';
import type { Topology } from '../contract/topology.js';
import { createHeader } from '../episode/create-header.js';
import type { EpisodeOptions, EpisodeOutcome } from '../episode/episode-options.js';
import type { Communication } from '../episode/episode-spec.js';
import { runEpisode } from '../episode/run-episode.js';
import { line } from './line-scenario.js';
import { memoryLog, type MemoryLog } from './memory-log.js';

export { brief } from './brief.js';

/** A team on the line, for a test. */
export interface Play {
  /** What fills each seat: a built-in agent, a factory of its own, or just a function that decides. */
  readonly team: readonly (string | AgentFactory | Agent['decide'])[];
  /** Model of the seats that have one; functions that decide have one if this is set. */
  readonly model?: string;
  readonly agentOptions?: JsonObject;
  readonly modelOptions?: JsonObject;
  readonly limits?: Partial<ModelLimits>;
  readonly mode?: ClockSpec['mode'];
  readonly timeScale?: number;
  /** Price of each thought, microseconds; called once per thought. */
  readonly charge?: (usage: Usage) => number;
  readonly options?: JsonObject;
  readonly seed?: number;
  readonly horizonSeconds?: number;
  readonly deadlineSeconds?: number;
  /** Name of a built-in structure, `individual` where left out, and what to put in place of its parts. */
  readonly structure?: string;
  readonly topology?: Topology | PartChoice;
  readonly protocol?: Protocol | PartChoice;
  readonly channel?: JsonObject;
  readonly communication?: Communication;
  readonly fault?: PartChoice;
  readonly healing?: PartChoice;
  /** What `healing` may name. */
  readonly healers?: readonly Healer[];
  readonly repair?: PartChoice;
}

/** Header and catalog of a play. */
export function prepare(play: Play): { readonly header: EpisodeHeader; readonly catalog: Catalog } {
  const { topology, protocol } = play;
  const own = play.team.map((member, seat) =>
    typeof member === 'function' ? factoryOf(member, seat, play) : member,
  );
  const price = { name: 'test-v1', summary: 'test', chargeMicros: play.charge ?? (() => 0) };
  const catalog: Catalog = {
    ...builtIn,
    healers: play.healers ?? [],
    scenarios: [line],
    agents: [...builtIn.agents, ...own.filter((member) => typeof member !== 'string')],
    topologies: [...builtIn.topologies, ...(topology !== undefined && 'graph' in topology ? [topology] : [])],
    protocols: [...builtIn.protocols, ...(protocol !== undefined && 'step' in protocol ? [protocol] : [])],
    clockProfiles: [price],
  };
  const header = createHeader(
    {
      scenario: line.name,
      options: play.options ?? {},
      seed: play.seed ?? 1,
      repeat: 1,
      team: own.map((member) => (typeof member === 'string' ? member : member.name)),
      structure: play.structure ?? 'individual',
      clock: { mode: play.mode ?? 'barrier', profile: price.name, timeScale: play.timeScale ?? 1 },
      ...(topology === undefined ? {} : { topology: choiceOf(topology) }),
      ...(protocol === undefined ? {} : { protocol: choiceOf(protocol) }),
      ...given(play, [
        'model',
        'agentOptions',
        'modelOptions',
        'limits',
        'channel',
        'communication',
        'fault',
        'healing',
        'repair',
      ]),
      ...given(play, ['horizonSeconds', 'deadlineSeconds']),
    },
    catalog,
  );
  return { header, catalog };
}

/** Plays to the end. */
export async function playOut(
  play: Play,
  options: Partial<EpisodeOptions> = {},
): Promise<{ readonly log: MemoryLog; readonly outcome: EpisodeOutcome }> {
  const { header, catalog } = prepare(play);
  const log = memoryLog();
  const outcome = await runEpisode(header, { log, catalog, ...options });
  return { log, outcome };
}

function factoryOf(decide: Agent['decide'], seat: number, { model }: Play): AgentFactory {
  return {
    name: `seat-${seat}`,
    summary: 'test',
    version: 1,
    options:
      model === undefined
        ? z.strictObject({})
        : z.strictObject({ model: z.string(), modelOptions: z.record(z.string(), z.json()) }),
    modelKind: () => (model === undefined ? 'scripted' : kindOfModel(model)),
    privileged: false,
    create: () => ({ init: () => 'fresh', decide }),
  };
}

function choiceOf(part: Topology | Protocol | PartChoice): PartChoice {
  return 'version' in part ? { name: part.name } : part;
}

/** Those of the fields that are set. */
function given<K extends keyof Play>(play: Play, names: readonly K[]): Pick<Play, K> {
  return Object.fromEntries(
    names.flatMap((name) => (play[name] === undefined ? [] : [[name, play[name]]])),
  ) as unknown as Pick<Play, K>;
}
