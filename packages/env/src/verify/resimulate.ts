import {
  QuorumError,
  type EpisodeHeader,
  type EventDraft,
  type EventType,
  type Frame,
  type QuorumEvent,
} from '@quorum/events';
import type { Scenario } from '../contract/scenario.js';
import type { Simulation } from '../contract/simulation.js';
import { findScenario } from '../registry.js';

/** Event families that the embodied layer emits. */
const FAMILIES = ['world', 'task', 'action', 'attempt', 'constraint', 'capability', 'score'];

/** Whether the embodied layer emits events of this type. */
export function isWorldEvent(type: EventType): boolean {
  return FAMILIES.includes(type.slice(0, type.indexOf('.')));
}

/** The first place where a re-simulation differs from the log. */
export interface Divergence {
  readonly seq: number;
  readonly tick: number;
  /** The logged event, as JSON; null where the log has none. */
  readonly logged: string | null;
  /** What the re-simulation did instead; null where it did nothing. */
  readonly simulated: string | null;
}

/** Thrown by `emit` to leave the simulation at the first difference. */
class Diverged extends Error {
  constructor(readonly at: Divergence) {
    super('diverged');
  }
}

/** What is compared: all but what the log itself adds. */
function comparable(event: QuorumEvent | EventDraft): string {
  const entries = Object.entries(event).filter(([key]) => !['seq', 'tick', 'time', 'digest'].includes(key));
  return JSON.stringify(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** Follows the world events of a log and checks that the same ones come again. */
class Checker {
  private next = 0;
  tick = 0;

  constructor(private readonly logged: readonly QuorumEvent[]) {}

  readonly emit = (draft: EventDraft): number => {
    const event = this.logged[this.next];
    const simulated = comparable(draft);
    if (!event || event.tick !== this.tick || comparable(event) !== simulated) this.diverge(event, simulated);
    this.next += 1;
    return event.seq;
  };

  /** The next logged assignment that belongs to this tick, if it is due. */
  due(): Extract<QuorumEvent, { type: 'action.assigned' }> | null {
    const event = this.logged[this.next];
    return event?.type === 'action.assigned' && event.tick === this.tick ? event : null;
  }

  /** Whether events of this tick or earlier ones are still unmatched. */
  expectQuiet(): void {
    const event = this.logged[this.next];
    if (event && event.tick <= this.tick) this.diverge(event, null);
  }

  private diverge(event: QuorumEvent | undefined, simulated: string | null): never {
    const tick = event ? Math.min(event.tick, this.tick) : this.tick;
    throw new Diverged({ seq: event?.seq ?? -1, tick, logged: event ? comparable(event) : null, simulated });
  }
}

function play(simulation: Simulation, checker: Checker, lastTick: number): void {
  for (;;) {
    for (let due = checker.due(); due; due = checker.due()) {
      simulation.assign(due.seat, { action: due.action, task: due.task, inputs: due.inputs });
    }
    if (simulation.tick >= lastTick) break;
    checker.expectQuiet();
    checker.tick = simulation.tick + 1;
    simulation.step();
  }
  simulation.finish();
  checker.expectQuiet();
}

/**
 * Verification level 1: feeds the logged assignments to a fresh simulation and compares every event of the embodied
 * layer and every state hash. Needs no agent.
 *
 * @param events all events of a complete log
 * @returns null when all agree, else the first difference
 * @throws QuorumError `UNKNOWN_NAME` for a scenario that this build does not know
 */
export function resimulate(
  header: EpisodeHeader,
  events: readonly QuorumEvent[],
  options: { readonly onFrame?: (frame: Frame) => void; readonly scenario?: Scenario } = {},
): Divergence | null {
  const scenario = options.scenario ?? findScenario(header.scenario);
  const last = events.at(-1);
  if (last?.type !== 'episode.ended') {
    throw new QuorumError(
      'LOG_INCOMPLETE',
      'The log ends before its episode does; only complete logs are verified.',
    );
  }
  const checker = new Checker(events.filter(({ type }) => isWorldEvent(type)));
  let simulation: Simulation | null = null;
  try {
    simulation = scenario.create({
      seed: header.seed,
      seats: header.team.length,
      horizonTicks: header.horizonTicks,
      options: header.options,
      emit: checker.emit,
      ...(options.onFrame && { onFrame: options.onFrame }),
    });
    play(simulation, checker, last.tick);
    const { score, maxScore } = simulation;
    if (score === last.score && maxScore === last.maxScore) return null;
    const simulated = JSON.stringify({ score, maxScore });
    return { seq: last.seq, tick: last.tick, logged: comparable(last), simulated };
  } catch (error) {
    if (error instanceof Diverged) return error.at;
    throw error;
  } finally {
    simulation?.free();
  }
}
