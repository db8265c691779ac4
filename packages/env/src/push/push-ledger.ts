import { QuorumError, type ActionOutcome, type Emit, type Json } from '@quorum/events';
import type { Assignment } from '../contract/simulation.js';
import type { Point } from '../navigation/point.js';
import { AttemptBook } from '../simulation/attempt-book.js';
import { ConstraintBook, type TaskSample } from '../simulation/constraint-book.js';
import type { PushAction } from './actions.js';
import { FACES, GOAL_FACE, parseTask, taskOf } from './faces.js';
import { executedTask, executing } from './measure.js';
import type { SceneView } from './scene-view.js';
import type { PushState, SeatState } from './state.js';

/** What happens to the body of a block when the ledger says so. */
export interface BlockBodies {
  remove(index: number): void;
  unlock(index: number): void;
}

/** Assignments, attempts, constraints, locks, deliveries and points of a `push` world, whatever moves its bodies. */
export class PushLedger {
  readonly maxScore: number;
  /** Blocks still in the world. */
  remaining: number;
  private readonly attempts: AttemptBook;
  private readonly constraints: ConstraintBook;

  constructor(
    private readonly emit: Emit,
    private readonly scene: SceneView,
    /** Saved state; mutated in place. */
    private readonly state: Pick<
      PushState,
      'score' | 'blocks' | 'seats' | 'attempts' | 'constraints' | 'pushersChanged'
    >,
    private readonly bodies: BlockBodies,
  ) {
    this.attempts = new AttemptBook(emit, state.attempts);
    this.constraints = new ConstraintBook(emit, state.constraints);
    this.maxScore = state.blocks.reduce((sum, block) => sum + block.weight, 0);
    this.remaining = state.blocks.filter((block) => !block.delivered).length;
  }

  seat(seat: number): SeatState {
    const state = this.state.seats[seat];
    if (!state) throw new QuorumError('INTERNAL', `There is no seat ${seat}.`);
    return state;
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

  /** The controller of the seat's action has begun. */
  begin(seat: number, memory: Json): void {
    const state = this.seat(seat);
    state.memory = memory;
    this.state.pushersChanged ||= state.action?.type === 'push';
  }

  /** Ends the seat's action. */
  end(seat: number, outcome: ActionOutcome, inputs: readonly number[]): void {
    const state = this.seat(seat);
    const action = state.action?.type ?? '';
    this.state.pushersChanged ||= action === 'push';
    state.action = null;
    state.memory = null;
    this.emit({ type: 'action.ended', seat, inputs: [state.assigned, ...inputs], action, outcome });
  }

  /** Logs the way that a seat has planned. */
  planned(seat: number, path: readonly Point[]): void {
    const points = path.map(({ x, y }) => [round(x), round(y)] as const);
    this.emit({ type: 'action.path', seat, inputs: [this.seat(seat).assigned], path: points });
  }

  /** True when a push has begun or ended since `follow`. */
  get pushersChanged(): boolean {
    return this.state.pushersChanged;
  }

  /** Takes in who pushes what at this tick; locks open for good while a seat with a key pushes. */
  follow(): void {
    if (!this.state.pushersChanged) return;
    this.state.pushersChanged = false;
    const now = executing(this.scene);
    this.attempts.update(now, (task) => this.position(task));
    for (const { task, seats } of now) {
      const index = this.scene.blockIndex(parseTask(task)?.block ?? '');
      const block = this.state.blocks[index];
      if (!block?.locked || !seats.some((seat) => this.scene.body(seat).hasKey)) continue;
      block.locked = false;
      this.bodies.unlock(index);
    }
  }

  /** The constraints of involved tasks have been sampled: logs what changed. */
  sample(samples: readonly TaskSample[]): void {
    this.constraints.update(samples);
  }

  /** The episode is over: ends all open actions, attempts and constraints. */
  finish(): void {
    this.state.seats.forEach((state, seat) => {
      if (state.action) this.end(seat, 'episode_ended', []);
      state.task = null;
    });
    this.attempts.update([], (task) => this.position(task));
    this.constraints.update([]);
  }

  private position(task: string): number {
    const parsed = parseTask(task);
    const index = parsed ? this.scene.blockIndex(parsed.block) : -1;
    return parsed && index >= 0 ? this.scene.progress(index, parsed.face) : NaN;
  }

  /** Seats whose push moves the block towards the goal, directly or through others. */
  private deliverersOf(index: number): number[] {
    return this.state.seats.flatMap((_, seat) => {
      const parsed = parseTask(executedTask(this.scene, seat) ?? '');
      if (parsed?.face !== GOAL_FACE) return [];
      const pushed = this.scene.blockIndex(parsed.block);
      const moves = pushed === index || this.scene.pressedAhead(pushed, parsed.face).includes(index);
      return moves ? [seat] : [];
    });
  }

  /** A block in the goal strip leaves the world and scores its weight. */
  deliver(index: number): void {
    const block = this.state.blocks[index];
    if (!block) return;
    const task = taskOf(block.id, GOAL_FACE);
    const seats = this.deliverersOf(index);
    this.attempts.close(task, this.position(task), true, []);
    for (const other of this.state.attempts.filter((open) => parseTask(open.task)?.block === block.id)) {
      this.attempts.close(other.task, this.position(other.task), false, []);
    }
    for (const face of FACES) this.constraints.end(taskOf(block.id, face));
    block.delivered = true;
    this.remaining -= 1;
    this.bodies.remove(index);
    const assigned = seats.map((seat) => this.seat(seat).assigned);
    const removed = this.emit({
      type: 'world.bodyRemoved',
      inputs: assigned,
      body: block.id,
      reason: 'delivered',
    });
    const inputs = [removed];
    for (const face of FACES) {
      const closed = taskOf(block.id, face);
      const outcome = closed === task ? 'completed' : 'superseded';
      this.emit({ type: 'task.closed', inputs, task: closed, outcome });
    }
    const points = block.weight;
    this.state.score += points;
    const { score: total } = this.state;
    this.emit({ type: 'score.changed', inputs, task, points, total, max: this.maxScore, seats });
  }
}

const round = (meters: number): number => Math.round(meters * 1000) / 1000;
