import type { ClockSpec, EpisodeHeader, JsonObject, QuorumEvent } from '@quorum/events';
import { z } from 'zod';
import { builtIn, type Catalog } from '../catalog/catalog.js';
import type { Agent } from '../contract/agent.js';
import type { Structure } from '../contract/structure.js';
import { createHeader } from '../episode/create-header.js';
import type { EpisodeOptions, EpisodeOutcome } from '../episode/episode-options.js';
import { runEpisode } from '../episode/run-episode.js';
import { line } from './line-scenario.js';
import { memoryLog, type MemoryLog } from './memory-log.js';

/** A team on the line, for a test. */
export interface Play {
  /** What fills each seat: a built-in agent or a function of its own. */
  readonly team: readonly (string | Agent['decide'])[];
  readonly mode?: ClockSpec['mode'];
  readonly timeScale?: number;
  /** Price of each thought, microseconds; called once per thought. */
  readonly charge?: () => number;
  readonly options?: JsonObject;
  readonly seed?: number;
  readonly horizonSeconds?: number;
  readonly deadlineSeconds?: number;
  readonly structure?: Structure;
}

/** Header and catalog of a play. */
export function prepare(play: Play): { readonly header: EpisodeHeader; readonly catalog: Catalog } {
  const names = play.team.map((member, seat) => (typeof member === 'string' ? member : `seat-${seat}`));
  const own = play.team.flatMap((member, seat) =>
    typeof member === 'string'
      ? []
      : [
          {
            name: `seat-${seat}`,
            summary: 'test',
            version: 1,
            options: z.strictObject({}),
            modelKind: () => 'scripted' as const,
            privileged: false,
            create: (): Agent => ({ init: () => 'fresh', decide: member }),
          },
        ],
  );
  const price = { name: 'test-v1', summary: 'test', chargeMicros: play.charge ?? (() => 0) };
  const catalog: Catalog = {
    scenarios: [line],
    agents: [...builtIn.agents, ...own],
    structures: [...builtIn.structures, ...(play.structure === undefined ? [] : [play.structure])],
    topologies: builtIn.topologies,
    protocols: builtIn.protocols,
    clockProfiles: [price],
  };
  const header = createHeader(
    {
      scenario: line.name,
      options: play.options ?? {},
      seed: play.seed ?? 1,
      repeat: 1,
      team: names,
      structure: play.structure?.name ?? 'individual',
      clock: { mode: play.mode ?? 'barrier', profile: price.name, timeScale: play.timeScale ?? 1 },
      ...(play.horizonSeconds === undefined ? {} : { horizonSeconds: play.horizonSeconds }),
      ...(play.deadlineSeconds === undefined ? {} : { deadlineSeconds: play.deadlineSeconds }),
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

/** Cognitive events in short: `0.5s #30 activation.stage 1 W`. */
export function brief(events: readonly QuorumEvent[]): string[] {
  return events.flatMap((event) => {
    const detail = describe(event);
    return detail === null ? [] : [`${event.time / 1e6}s #${event.tick} ${event.type} ${detail}`];
  });
}

function describe(event: QuorumEvent): string | null {
  switch (event.type) {
    case 'activation.started':
      return `${event.seat} ${event.purpose}`;
    case 'activation.stage':
      return `${event.seat} ${event.stage}`;
    case 'activation.ended':
      return `${event.seat} ${event.outcome} ${event.chargeMicros}`;
    case 'plan.committed':
      return `${event.seat} ${event.actions.map(({ type }) => type).join()}`;
    case 'plan.ended':
      return `${event.seat} ${event.status} ${event.outcome} ${event.done}`;
    case 'action.assigned':
      return `${event.seat} ${event.action?.type ?? 'none'}`;
    case 'action.ended':
      return `${event.seat} ${event.action} ${event.outcome}`;
    case 'message.refused':
      return `${event.seat} to ${event.to.join()}`;
    case 'intervention.applied':
      return `${event.source} ${event.kind} ${event.seat ?? ''}`.trim();
    case 'episode.ended':
      return event.status;
    default:
      return null;
  }
}
