import { join } from 'node:path';
import type { Coop2File } from './coop2-schemas.js';
import { fieldError } from './field-error.js';
import type { Coop2Episode } from './read-coop2.js';

/** The agents of an import and their seats. */
export interface Coop2Team {
  /** In seat order: the order of `agent_states.json`. */
  readonly names: readonly string[];
  /**
   * Seat of an agent.
   * @throws QuorumError `LOG_CORRUPT` naming the place where an unknown agent stands
   */
  seatOf(name: string, file: Coop2File, path: readonly PropertyKey[]): number;
  /** Seats of several agents, each once, in seat order. */
  seatsOf(names: readonly string[], file: Coop2File, path: readonly PropertyKey[]): number[];
}

/** @throws QuorumError `LOG_CORRUPT` when nobody is in `agent_states.json`, or an agent's stages go back in time */
export function coop2Team({ folder, logs }: Coop2Episode): Coop2Team {
  const states = logs['agent_states.json'];
  const names = Object.keys(states);
  const wrong = (file: Coop2File, path: readonly PropertyKey[], problem: string): Error =>
    fieldError(join(folder, file), path, problem);
  if (names.length === 0) throw wrong('agent_states.json', [], 'names no agent');
  for (const [name, rows] of Object.entries(states)) {
    rows.forEach(([seconds, step], i) => {
      const [secondsBefore, stepBefore] = rows[i - 1] ?? [0, 0];
      if (seconds < secondsBefore) throw wrong('agent_states.json', [name, i, 0], 'goes back in time');
      if (step < stepBefore) throw wrong('agent_states.json', [name, i, 1], 'goes back to an earlier step');
    });
  }
  const seats = new Map(names.map((name, seat) => [name, seat]));
  const seatOf: Coop2Team['seatOf'] = (name, file, path) => {
    const seat = seats.get(name);
    if (seat === undefined) throw wrong(file, path, `names "${name}", who is not in agent_states.json`);
    return seat;
  };
  return {
    names,
    seatOf,
    seatsOf: (agents, file, path) =>
      [...new Set(agents.map((name, i) => seatOf(name, file, [...path, i])))].sort((a, b) => a - b),
  };
}
