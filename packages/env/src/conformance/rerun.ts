import type { Scenario } from '../contract/scenario.js';
import type { Simulation, SimulationState } from '../contract/simulation.js';
import type { Play } from './play.js';
import { Recorder, type RecordedEvent } from './recorder.js';

/** The assignments of a play fed to another simulation of the same world. */
export class Rerun {
  readonly recorder: Recorder;
  readonly simulation: Simulation;
  private nextAssignment: number;

  private constructor(
    private readonly play: Play,
    recorder: Recorder,
    simulation: Simulation,
  ) {
    this.recorder = recorder;
    this.simulation = simulation;
    const next = play.assignments.findIndex(({ tick }) => tick >= recorder.tick);
    this.nextAssignment = next < 0 ? play.assignments.length : next;
  }

  /** From the beginning. */
  static start(scenario: Scenario, play: Play, onFrame?: () => void): Rerun {
    const recorder = new Recorder();
    const setup = { ...play.world, emit: recorder.emit, ...(onFrame && { onFrame }) };
    return new Rerun(play, recorder, scenario.create(setup));
  }

  /** From a saved state; `events` were emitted before it. */
  static restore(
    scenario: Scenario,
    play: Play,
    saved: SimulationState,
    at: { tick: number; events: number },
  ): Rerun {
    const recorder = new Recorder(at.events, at.tick);
    return new Rerun(play, recorder, scenario.restore(saved, { ...play.world, emit: recorder.emit }));
  }

  /** Plays on until `tick` steps are done; `beforeStep` is called between ticks. */
  advanceTo(tick: number, beforeStep?: (simulation: Simulation, tick: number) => void): this {
    while (this.recorder.tick < Math.min(tick, this.play.ticks)) {
      this.assignDue();
      beforeStep?.(this.simulation, this.recorder.tick);
      this.recorder.tick += 1;
      this.simulation.step();
    }
    return this;
  }

  /** Plays to the end of the play, finishes and frees; gives all events. */
  complete(beforeStep?: (simulation: Simulation, tick: number) => void): readonly RecordedEvent[] {
    this.advanceTo(this.play.ticks, beforeStep);
    this.simulation.finish();
    this.simulation.free();
    return this.recorder.events;
  }

  private assignDue(): void {
    for (;;) {
      const due = this.play.assignments[this.nextAssignment];
      if (due === undefined || due.tick > this.recorder.tick) return;
      this.simulation.assign(due.seat, due.assignment);
      this.nextAssignment += 1;
    }
  }
}

/** Says where two series of events part, or null. */
export function firstDifference(
  actual: readonly RecordedEvent[],
  expected: readonly RecordedEvent[],
): string | null {
  const shared = Math.min(actual.length, expected.length);
  for (let i = 0; i < shared; i++) {
    const [left, right] = [JSON.stringify(actual[i]), JSON.stringify(expected[i])];
    if (left !== right) return `${left} instead of ${right}`;
  }
  if (actual.length === expected.length) return null;
  const extra = JSON.stringify(actual[shared] ?? expected[shared]);
  return actual.length > shared ? `there is also ${extra}` : `${extra} is missing`;
}
