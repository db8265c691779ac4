import {
  QuorumError,
  type EpisodeHeader,
  type EventOf,
  type EventType,
  type Frame,
  type QuorumEvent,
} from '@quorum/events';
import type { Scenario } from '../contract/scenario.js';
import type { Simulation, SimulationSetup } from '../contract/simulation.js';
import { findScenario } from '../registry.js';
import { Checker, comparable, Diverged, type Divergence } from './checker.js';

/** Event families that the embodied layer emits. */
const FAMILIES = ['world', 'task', 'action', 'attempt', 'constraint', 'capability', 'score'];

/** Whether the embodied layer emits events of this type. */
export function isWorldEvent(type: EventType): boolean {
  return FAMILIES.includes(type.slice(0, type.indexOf('.')));
}

/** An assignment that no team can have made: of a seat that it does not have, or of no action of the scenario. */
function isUnlawful(
  { seat, action }: EventOf<'action.assigned'>,
  { action: schema }: Scenario,
  seats: number,
) {
  return seat >= seats || (action !== null && !schema.safeParse(action).success);
}

function play(
  simulation: Simulation,
  checker: Checker,
  lastTick: number,
  isRefused: (due: EventOf<'action.assigned'>) => boolean,
): void {
  for (;;) {
    for (let due = checker.due(); due; due = checker.due()) {
      if (isRefused(due)) checker.diverge(due, null);
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

/** Whether the last line says what the simulation has come to, and can be its end at that tick. */
function isTrueEnd(
  { score, maxScore, status, tick }: EventOf<'episode.ended'>,
  simulation: Simulation,
  horizonTicks: number,
): boolean {
  if (score !== simulation.score || maxScore !== simulation.maxScore) return false;
  if (status === 'horizon' && tick !== horizonTicks) return false;
  return (status === 'completed') === simulation.finished;
}

/** A world as the header describes it. */
function create(
  scenario: Scenario,
  { options, seed, team, horizonTicks }: EpisodeHeader,
  listeners: Pick<SimulationSetup, 'emit' | 'onFrame'>,
): Simulation {
  const { min, max } = scenario.seats;
  if (team.length < min || team.length > max || !scenario.options.safeParse(options).success) {
    throw new QuorumError(
      'LOG_CORRUPT',
      `The header's team or options cannot be those of a world of ${scenario.name}.`,
    );
  }
  return scenario.create({ seed, seats: team.length, horizonTicks, options, ...listeners });
}

/**
 * Verification level 1: feeds the logged assignments to a fresh simulation and compares every event of the embodied
 * layer and every state hash. Needs no agent.
 *
 * @param events all events of a complete log
 * @returns null when all agree, else the first difference
 * @throws QuorumError `UNKNOWN_NAME` for a scenario that this build does not know, `LOG_INCOMPLETE` for a log without
 * its last line, `LOG_CORRUPT` for a header that no world can be built from
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
  const checker = new Checker(
    events.filter(({ type }) => isWorldEvent(type)),
    last.seq,
  );
  let simulation: Simulation | null = null;
  try {
    simulation = create(scenario, header, {
      emit: checker.emit,
      ...(options.onFrame && { onFrame: options.onFrame }),
    });
    play(simulation, checker, last.tick, (due) => isUnlawful(due, scenario, header.team.length));
    if (isTrueEnd(last, simulation, header.horizonTicks)) return null;
    const { score, maxScore, finished } = simulation;
    const simulated = JSON.stringify({ score, maxScore, finished });
    return { seq: last.seq, tick: last.tick, logged: comparable(last), simulated };
  } catch (error) {
    if (error instanceof Diverged) return error.at;
    throw error;
  } finally {
    simulation?.free();
  }
}
