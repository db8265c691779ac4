import type { ActionOutcome } from '@quorum/events';
import { Recorder, type RecordedEvent } from '../../conformance/recorder.js';
import type { PushAction } from '../../push/actions.js';
import type { PushOptions } from '../../push/options.js';
import { announce } from '../../push/create-push.js';
import type { PushSetup } from '../../push/push-simulation.js';
import { seatBodies } from '../../push/seat-body.js';
import { centreOf } from '../cell.js';
import { GridSimulation } from '../grid-simulation.js';
import { pushGrid, startGrid } from '../push-grid.js';
import { readGrid } from './ascii-grid.js';

/** A drawn world, played step by step. */
export class DrawnWorld {
  readonly recorder = new Recorder();
  readonly simulation: GridSimulation;

  /** Blocks are `b1`, `b2`, … in the order of their letters. */
  constructor(
    drawing: string,
    weights: Readonly<Record<string, number>> = {},
    options: Partial<PushOptions> = {},
  ) {
    const { columns, rows, goalColumn, agents, blocks } = readGrid(drawing, weights);
    const layout = {
      arena: { width: columns, height: rows },
      goalX: goalColumn,
      agents: agents.map(centreOf),
      blocks: blocks.flatMap((block, i) => {
        if (!block) return [];
        const { x, y, side, weight } = block;
        return [{ id: `b${i + 1}`, x: x + side / 2, y: y + side / 2, side, weight }];
      }),
    };
    const defaults = pushGrid.options.parse({}) as unknown as PushOptions;
    const from: PushSetup = {
      setup: { seed: 1, seats: agents.length, horizonTicks: 3600, options: {}, emit: this.recorder.emit },
      scenario: pushGrid.name,
      options: { ...defaults, bodies: [], actuationNoise: 0, ...options },
      layout,
      knows: () => true,
    };
    const state = startGrid(from);
    announce(this.recorder.emit, layout, state.blocks, seatBodies(agents.length, from.options));
    this.simulation = new GridSimulation(from, state);
  }

  assign(seat: number, action: PushAction | null, task: string | null = null): void {
    this.simulation.assign(seat, { action, task, inputs: [] });
  }

  step(ticks: number): void {
    for (let i = 0; i < ticks; i++) {
      this.recorder.tick += 1;
      this.simulation.step();
    }
  }

  /** Steps until the seat's last action has ended; gives how and when. */
  untilEnded(seat: number): { outcome: ActionOutcome; tick: number } {
    for (let i = 0; i < 6000; i++) {
      const end = this.recorder.endOf(this.recorder.lastAssignment(seat));
      if (end) return { outcome: end.outcome, tick: end.tick };
      this.step(1);
    }
    throw new Error(`The action of seat ${seat} does not end.`);
  }

  /** All events of one type. */
  events<T extends RecordedEvent['type']>(type: T): Extract<RecordedEvent, { type: T }>[] {
    return this.recorder.events.filter(
      (event): event is Extract<RecordedEvent, { type: T }> => event.type === type,
    );
  }

  /** Place of a seat, metres. */
  place(seat: number): [number, number] {
    const { self } = this.simulation.observe(seat) as unknown as { self: { x: number; y: number } };
    return [self.x, self.y];
  }
}
