import {
  FRAME_TICKS,
  QuorumError,
  type ActionOutcome,
  type Emit,
  type FrameContact,
  type Json,
} from '@quorum/events';
import type {
  Assignment,
  Observation,
  Simulation,
  SimulationSetup,
  SimulationState,
} from '../contract/simulation.js';
import { BRAKE, motorForce, type MotorCommand } from '../physics/motor.js';
import { PhysicsWorld } from '../physics/physics-world.js';
import { AttemptBook } from '../simulation/attempt-book.js';
import { ConstraintBook } from '../simulation/constraint-book.js';
import { HASH_TICKS, stateHash } from '../simulation/state-hash.js';
import { actuate } from './actuation.js';
import type { PushAction } from './actions.js';
import type { ControlContext } from './controller.js';
import { controllerOf } from './controllers/index.js';
import { FACES, parseTask, taskOf } from './faces.js';
import { pushFrame } from './frame.js';
import type { PushLayout } from './layout.js';
import { executedTask, executing, measure } from './measure.js';
import { observe, type Knowledge } from './observe.js';
import type { PushOptions } from './options.js';
import { Scene } from './scene.js';
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
  readonly maxScore: number;
  private readonly scene: Scene;
  private readonly attempts: AttemptBook;
  private readonly constraints: ConstraintBook;
  private readonly emit: Emit;
  private readonly control: ControlContext & { tick: number };
  private contacts: readonly FrameContact[] = [];
  private remaining: number;
  private readonly force = { x: 0, y: 0 };

  constructor(
    private readonly from: PushSetup,
    private readonly physics: PhysicsWorld,
    private readonly state: PushState,
  ) {
    this.emit = from.setup.emit;
    this.scene = new Scene(physics, from.layout, from.options, state.seats, state.blocks);
    this.attempts = new AttemptBook(this.emit, state.attempts);
    this.constraints = new ConstraintBook(this.emit, state.constraints);
    this.maxScore = state.blocks.reduce((sum, block) => sum + block.weight, 0);
    this.remaining = state.blocks.filter((block) => !block.delivered).length;
    this.control = {
      scene: this.scene,
      tick: state.tick,
      planned: (seat, path) => {
        const inputs = [this.seat(seat).assigned];
        const points = path.map(({ x, y }) => [round(x), round(y)] as const);
        this.emit({ type: 'action.path', seat, inputs, path: points });
      },
    };
  }

  get tick(): number {
    return this.state.tick;
  }

  get score(): number {
    return this.state.score;
  }

  get finished(): boolean {
    return this.remaining === 0;
  }

  assign(seat: number, { action, task, inputs }: Assignment): void {
    const state = this.seat(seat);
    const assigned = this.emit({ type: 'action.assigned', seat, inputs, action, task });
    if (state.action) this.end(seat, 'replaced', [assigned]);
    state.action = action as PushAction | null;
    state.task = task;
    state.assigned = assigned;
    state.memory = null;
  }

  step(): void {
    this.state.tick += 1;
    this.control.tick = this.state.tick;
    this.driveSeats();
    if (this.state.pushersChanged) this.updateAttempts();
    const frame = this.state.tick % FRAME_TICKS === 0;
    const sample = this.state.tick % SAMPLE_TICKS === 0;
    this.physics.step(frame || sample);
    if (frame || sample) this.contacts = this.physics.contactForces();
    if (this.remaining > 0) this.deliver();
    if (sample) this.constraints.update(measure(this.scene, this.contacts));
    if (frame && this.from.setup.onFrame)
      this.from.setup.onFrame(pushFrame(this.scene, this.state.tick, this.contacts));
    if (this.state.tick % HASH_TICKS === 0) this.emitHash();
  }

  observe(seat: number, privileged = false): Observation {
    return observe({ ...this.from, scene: this.scene, state: this.state }, seat, privileged);
  }

  finish(): void {
    this.state.seats.forEach((state, seat) => {
      if (state.action) this.end(seat, 'episode_ended', []);
      state.task = null;
    });
    this.attempts.update([], (task) => this.taskPosition(task));
    this.emitHash();
  }

  save(): SimulationState {
    const { engine, bodies } = this.physics.save();
    return { engine, json: structuredClone({ ...this.state, bodies }) as unknown as Json };
  }

  free(): void {
    this.physics.free();
  }

  private seat(seat: number): PushState['seats'][number] {
    const state = this.state.seats[seat];
    if (!state) throw new QuorumError('INTERNAL', `There is no seat ${seat}.`);
    return state;
  }

  /** Asks each controller what to do, then ends the actions that are over; all see the same moment. */
  private driveSeats(): void {
    const ended: [number, ActionOutcome][] = [];
    for (let seat = 0; seat < this.state.seats.length; seat++) {
      const step = this.controlSeat(seat);
      if ('outcome' in step) ended.push([seat, step.outcome]);
      this.drive(seat, 'outcome' in step ? BRAKE : step.command);
    }
    for (const [seat, outcome] of ended) this.end(seat, outcome, []);
  }

  private controlSeat(seat: number): { command: MotorCommand } | { outcome: ActionOutcome } {
    const state = this.seat(seat);
    if (!state.action) return { command: BRAKE };
    const controller = controllerOf(state.action);
    if (state.memory === null) {
      const begun = controller.start(this.control, seat, state.action);
      if (begun !== null && typeof begun === 'object' && 'outcome' in begun) {
        return { outcome: begun.outcome as ActionOutcome };
      }
      state.memory = begun;
      this.state.pushersChanged ||= state.action.type === 'push';
    }
    return controller.step(this.control, seat, state.action, state.memory);
  }

  private drive(seat: number, command: MotorCommand): void {
    const body = this.scene.body(seat);
    const motor = {
      vx: this.physics.vx[seat] ?? 0,
      vy: this.physics.vy[seat] ?? 0,
      massKg: this.physics.massKg(seat),
      maxNewtons: body.forceNewtons,
    };
    motorForce(command, motor, this.force);
    const { actuationNoise } = this.from.options;
    if (actuationNoise > 0) actuate(this.force, actuationNoise, this.from.setup.seed, seat, this.state.tick);
    this.physics.drive(seat, this.force.x, this.force.y);
  }

  private end(seat: number, outcome: ActionOutcome, inputs: readonly number[]): void {
    const state = this.seat(seat);
    const action = state.action?.type ?? '';
    this.state.pushersChanged ||= action === 'push';
    state.action = null;
    state.memory = null;
    this.emit({ type: 'action.ended', seat, inputs: [state.assigned, ...inputs], action, outcome });
  }

  private updateAttempts(): void {
    this.state.pushersChanged = false;
    const now = executing(this.scene);
    this.attempts.update(now, (task) => this.taskPosition(task));
    for (const { task, seats } of now) this.unlock(task, seats);
  }

  /** A lock opens while a seat with a key pushes, for good. */
  private unlock(task: string, seats: readonly number[]): void {
    const index = this.scene.blockIndex(parseTask(task)?.block ?? '');
    const block = this.state.blocks[index];
    if (!block?.locked || !seats.some((seat) => this.scene.body(seat).hasKey)) return;
    block.locked = false;
    this.physics.setLocked(this.state.seats.length + index, block.weight, false);
  }

  private taskPosition(task: string): number {
    const parsed = parseTask(task);
    const index = parsed ? this.scene.blockIndex(parsed.block) : -1;
    return parsed && index >= 0 ? this.scene.progress(index, parsed.face) : NaN;
  }

  /** Blocks that reach the goal strip leave the world and score their weight. */
  private deliver(): void {
    const { blocks, seats } = this.state;
    for (let index = 0; index < blocks.length; index++) {
      const block = blocks[index];
      const x = this.physics.x[seats.length + index] ?? NaN;
      if (block && !block.delivered && x + block.side / 2 > this.from.layout.goalX) this.deliverBlock(index);
    }
  }

  private deliverBlock(index: number): void {
    const block = this.state.blocks[index];
    if (!block) return;
    const pushers = this.state.seats.flatMap((_, seat) => {
      const task = executedTask(this.scene, seat);
      const parsed = task ? parseTask(task) : null;
      if (!task || !parsed) return [];
      const pushed = this.scene.blockIndex(parsed.block);
      const moves = pushed === index || this.scene.pressedAhead(pushed, parsed.face).includes(index);
      return moves ? [{ seat, task, own: pushed === index }] : [];
    });
    const task = pushers.find(({ own }) => own)?.task ?? taskOf(block.id, 'left');
    const seats = pushers.map(({ seat }) => seat);
    const inputs = seats.map((seat) => this.seat(seat).assigned);
    this.attempts.close(task, this.taskPosition(task), true, []);
    for (const other of this.state.attempts.filter(
      (attempt) => parseTask(attempt.task)?.block === block.id,
    )) {
      this.attempts.close(other.task, this.taskPosition(other.task), false, []);
    }
    block.delivered = true;
    this.remaining -= 1;
    this.physics.remove(this.state.seats.length + index);
    const removed = this.emit({
      type: 'world.bodyRemoved',
      inputs,
      body: block.id,
      reason: 'delivered',
    });
    for (const face of FACES) {
      const closed = taskOf(block.id, face);
      const outcome = closed === task ? 'completed' : 'superseded';
      this.emit({ type: 'task.closed', inputs: [removed], task: closed, outcome });
    }
    this.state.score += block.weight;
    this.emit({
      type: 'score.changed',
      inputs: [removed],
      task,
      points: block.weight,
      total: this.state.score,
      max: this.maxScore,
      seats,
    });
  }

  private emitHash(): void {
    const state = stateHash(this.physics.numbers(), { ...this.state, bodies: null });
    this.emit({ type: 'world.hash', inputs: [], state });
  }
}

const round = (meters: number): number => Math.round(meters * 1000) / 1000;
