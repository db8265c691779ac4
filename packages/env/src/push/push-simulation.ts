import { FRAME_TICKS, type ActionOutcome, type Claim, type ClaimVerdict, type Json } from '@quorum/events';
import type {
  Assignment,
  Observation,
  Simulation,
  SimulationSetup,
  SimulationState,
} from '../contract/simulation.js';
import type { Point } from '../navigation/point.js';
import { BRAKE, motorForce, type MotorCommand } from '../physics/motor.js';
import type { PhysicsWorld } from '../physics/physics-world.js';
import { HASH_TICKS, stateHash } from '../simulation/state-hash.js';
import { actuate } from './actuation.js';
import type { ControlContext, ControlStep } from './controller.js';
import { controllerOf } from './controllers/index.js';
import { pushFrame } from './frame.js';
import { judgeClaim, positionOf } from './language/judge-claim.js';
import type { PushLayout } from './layout.js';
import { measure } from './measure.js';
import { observe, type Knowledge } from './observe.js';
import type { PushOptions } from './options.js';
import { PushLedger } from './push-ledger.js';
import { Scene } from './scene.js';
import { planWay, wayMeters } from './walk.js';
import type { PushState } from './state.js';

/** Ticks between samples of constraints. */
export const SAMPLE_TICKS = 6;

/** What a `push` simulation is built from, besides its state. */
export interface PushSetup {
  readonly setup: SimulationSetup;
  readonly scenario: string;
  readonly options: PushOptions;
  readonly layout: PushLayout;
  /** Whether a seat knows a block's weight. */
  readonly knows: Knowledge;
}

/** A `push` world in Rapier: agents are discs, blocks resist with ground friction, delivery scores a block's weight. */
export class PushSimulation implements Simulation {
  private readonly scene: Scene;
  private readonly ledger: PushLedger;
  private readonly control: ControlContext & { tick: number };
  private readonly force = { x: 0, y: 0 };

  constructor(
    private readonly from: PushSetup,
    private readonly physics: PhysicsWorld,
    private readonly state: PushState,
  ) {
    const { setup, layout, options } = from;
    const first = state.seats.length;
    this.scene = new Scene(physics, layout, options, state.seats, state.blocks);
    this.ledger = new PushLedger(setup.emit, this.scene, state, {
      remove: (index) => {
        physics.remove(first + index);
        this.scene.refresh();
      },
      unlock: (index) => physics.setLocked(first + index, state.blocks[index]?.weight ?? 0, false),
    });
    this.control = {
      scene: this.scene,
      tick: state.tick,
      planned: (seat, path) => this.ledger.planned(seat, path),
    };
  }

  get tick(): number {
    return this.state.tick;
  }

  get score(): number {
    return this.state.score;
  }

  get maxScore(): number {
    return this.ledger.maxScore;
  }

  get finished(): boolean {
    return this.ledger.remaining === 0;
  }

  assign(seat: number, assignment: Assignment): void {
    this.ledger.assign(seat, assignment);
  }

  step(): void {
    this.state.tick += 1;
    const { tick } = this.state;
    this.control.tick = tick;
    this.driveSeats();
    const frame = tick % FRAME_TICKS === 0;
    // Attempts begin and end with a sample, so that none is judged by what held before it.
    const sample = tick % SAMPLE_TICKS === 0 || this.ledger.pushersChanged;
    this.ledger.follow();
    this.physics.step(frame || sample);
    this.scene.refresh();
    const before = this.state.contacts;
    if (frame || sample) this.state.contacts = this.physics.contactForces();
    this.deliver();
    // Motors at their speed limit push every other tick: two measurements together tell what they do on average.
    if (sample) this.ledger.sample(measure(this.scene, [before, this.state.contacts]));
    if (frame) this.from.setup.onFrame?.(pushFrame(this.scene, tick, this.state.contacts));
    if (tick % HASH_TICKS === 0) this.emitHash();
  }

  observe(seat: number, privileged = false): Observation {
    return observe({ ...this.from, scene: this.scene, state: this.state }, seat, privileged);
  }

  position(of: number | string): Point | null {
    return positionOf(this.scene, of);
  }

  waySeconds(seat: number, to: Point): number | null {
    const way = planWay(this.control, seat, to, true) ?? planWay(this.control, seat, to, false);
    return way === null ? null : wayMeters(this.scene.agent(seat), way) / this.scene.body(seat).speed;
  }

  judge(claim: Claim): ClaimVerdict {
    return judgeClaim(this.scene, claim);
  }

  finish(): void {
    this.ledger.finish();
    this.emitHash();
  }

  save(): SimulationState {
    const { engine, bodies } = this.physics.save();
    return { engine, json: structuredClone({ ...this.state, bodies }) as unknown as Json };
  }

  free(): void {
    this.physics.free();
  }

  /** Asks each controller what to do, then ends the actions that are over; all see the same moment. */
  private driveSeats(): void {
    const ended: [number, ActionOutcome][] = [];
    for (let seat = 0; seat < this.state.seats.length; seat++) {
      const step = this.controlSeat(seat);
      if ('outcome' in step) ended.push([seat, step.outcome]);
      this.drive(seat, 'outcome' in step ? BRAKE : step.command);
    }
    for (const [seat, outcome] of ended) this.ledger.end(seat, outcome, []);
  }

  private controlSeat(seat: number): ControlStep {
    const state = this.ledger.seat(seat);
    if (!state.action) return RESTING;
    const controller = controllerOf(state.action);
    if (state.memory === null) {
      const begun = controller.start(this.control, seat, state.action);
      if (begun !== null && typeof begun === 'object' && 'outcome' in begun) {
        return { outcome: begun.outcome as ActionOutcome };
      }
      this.ledger.begin(seat, begun);
    }
    return controller.step(this.control, seat, state.action, state.memory);
  }

  private drive(seat: number, command: MotorCommand): void {
    const { vx, vy } = this.physics;
    const motor = {
      vx: vx[seat] ?? 0,
      vy: vy[seat] ?? 0,
      maxNewtons: this.scene.body(seat).forceNewtons,
    };
    motorForce(command, motor, this.force);
    const { actuationNoise } = this.from.options;
    if (actuationNoise > 0) actuate(this.force, actuationNoise, this.from.setup.seed, seat, this.state.tick);
    this.physics.drive(seat, this.force.x, this.force.y);
  }

  /** Blocks that reach the goal strip are delivered. */
  private deliver(): void {
    const { blocks, seats } = this.state;
    const { x } = this.physics;
    for (let index = 0; index < blocks.length; index++) {
      const block = blocks[index];
      const right = (x[seats.length + index] ?? NaN) + (block?.side ?? NaN) / 2;
      // A block that is gone has no place, and NaN is greater than nothing.
      if (right > this.from.layout.goalX) this.ledger.deliver(index);
    }
  }

  private emitHash(): void {
    const { tick, score, blocks, seats, contacts, attempts, constraints } = this.state;
    const flags = blocks.map(({ locked, delivered }) => [locked, delivered]);
    const state = stateHash(this.physics.numbers(), {
      tick,
      score,
      flags,
      seats,
      contacts,
      attempts,
      constraints,
    });
    this.from.setup.emit({ type: 'world.hash', inputs: [], state });
  }
}

const RESTING: ControlStep = { command: BRAKE };
