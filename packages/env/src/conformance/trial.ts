import type { Action } from '@quorum/events';
import type { Scenario } from '../contract/scenario.js';
import type { Simulation } from '../contract/simulation.js';
import type { World } from './play.js';
import { Recorder, type RecordedEnd } from './recorder.js';

/** A short experiment with one world. */
export class Trial {
  readonly recorder = new Recorder();
  readonly simulation: Simulation;

  constructor(scenario: Scenario, world: World) {
    this.simulation = scenario.create({ ...world, emit: this.recorder.emit });
  }

  /** Assigns an action; returns the `seq` of the assignment. */
  assign(seat: number, action: Action | null): number {
    this.simulation.assign(seat, { action, task: null, inputs: [this.recorder.events.length - 1] });
    return this.recorder.lastAssignment(seat);
  }

  step(ticks: number): void {
    for (let i = 0; i < ticks && !this.simulation.finished; i++) {
      this.recorder.tick += 1;
      this.simulation.step();
    }
  }

  /** Steps until the action of an assignment has ended, at most `limit` ticks; gives its end. */
  stepUntilEnded(assignment: number, limit: number): RecordedEnd | undefined {
    for (let i = 0; i <= limit; i++) {
      const end = this.recorder.endOf(assignment);
      if (end !== undefined || this.simulation.finished) return end;
      this.step(1);
    }
    return undefined;
  }

  free(): void {
    this.simulation.free();
  }
}
