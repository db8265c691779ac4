import type { Action, ActionOutcome, Claim, ClaimVerdict, Json } from '@quorum/events';
import type { Assignment, Observation, Simulation, SimulationSetup, SimulationState } from '@quorum/env';
import type { MarkAt } from './line-language.js';

/** A place on the line where `required` agents have to stand together for a second. */
export interface Mark {
  readonly x: number;
  readonly required: number;
  open: boolean;
  /** Ticks that enough agents have stood there. */
  held: number;
}

interface Walker {
  x: number;
  action: Action | null;
  task: string | null;
  /** `seq` of its assignment. */
  assignment: number;
  /** Ticks left before the action gives up or is over. */
  left: number;
}

export interface LineState {
  tick: number;
  score: number;
  marks: Mark[];
  walkers: Walker[];
}

const STEP_METERS = 1 / 60;
const HOLD_TICKS = 60;
export const LINE_METERS = 20;

/** A world without physics: agents walk on a line at 1 m/s and stand on marks together. */
export class LineWorld implements Simulation {
  private readonly state: LineState;

  /** @param start marks of a new world, or the saved state of an old one. */
  constructor(
    private readonly setup: SimulationSetup,
    start: LineState | readonly Mark[],
  ) {
    if ('walkers' in start) {
      this.state = start;
      return;
    }
    const walkers = Array.from({ length: setup.seats }, (_, seat) => ({
      x: seat,
      action: null,
      task: null,
      assignment: 0,
      left: 0,
    }));
    this.state = { tick: 0, score: 0, marks: start.map((mark) => ({ ...mark })), walkers };
    this.announce();
  }

  get tick(): number {
    return this.state.tick;
  }
  get finished(): boolean {
    return this.state.marks.every(({ open }) => !open);
  }
  get score(): number {
    return this.state.score;
  }
  get maxScore(): number {
    return this.state.marks.reduce((sum, { required }) => sum + required, 0);
  }

  assign(seat: number, { action, task, inputs }: Assignment): void {
    const walker = this.walker(seat);
    if (walker.action !== null) this.stop(seat, 'replaced');
    const seq = this.setup.emit({ type: 'action.assigned', seat, action, task, inputs });
    const seconds = action?.['seconds'];
    const left = typeof seconds === 'number' ? Math.round(seconds * 60) : Infinity;
    Object.assign(walker, { action, task, assignment: seq, left });
  }

  step(): void {
    this.state.tick += 1;
    this.state.walkers.forEach((_, seat) => this.move(seat));
    this.state.marks.forEach((mark, id) => this.hold(mark, id));
  }

  observe(seat: number, privileged?: boolean): Observation {
    const { tick, marks, walkers } = this.state;
    const { x: own } = this.walker(seat);
    const sight = privileged === true ? LINE_METERS : (this.setup.options['sight'] as number);
    return {
      clock: { tick },
      self: { x: own },
      marks: marks
        .map(({ x, required, open }, id) => ({ id: `mark-${id}`, x, required, open }))
        .filter(({ x }) => Math.abs(x - own) <= sight),
      ...(privileged === true ? { everyone: walkers.map(({ x }) => x) } : {}),
    };
  }

  position(of: number | string): { readonly x: number; readonly y: number } | null {
    const place = typeof of === 'number' ? this.state.walkers[of] : this.mark(of);
    return place === undefined ? null : { x: place.x, y: 0 };
  }

  waySeconds(seat: number, { x }: { readonly x: number }): number | null {
    return Math.abs(x - this.walker(seat).x);
  }

  judge(claim: Claim): ClaimVerdict {
    const { mark: name, x, required } = claim as MarkAt;
    const mark = this.mark(name);
    if (mark === undefined) return 'undecidable';
    return mark.open && mark.x === x && mark.required === required ? 'true' : 'false';
  }

  finish(): void {
    this.state.walkers.forEach(({ action }, seat) => {
      if (action !== null) this.stop(seat, 'episode_ended');
    });
    const state = JSON.stringify(this.state.walkers.map(({ x }) => x));
    this.setup.emit({ type: 'world.hash', state, inputs: [] });
  }

  save(): SimulationState {
    return { engine: null, json: JSON.parse(JSON.stringify(this.state)) as Json };
  }

  free(): void {
    // Nothing is held outside the garbage collector's reach.
  }

  private announce(): void {
    const { emit } = this.setup;
    emit({ type: 'world.layout', arena: { width: LINE_METERS, height: 1 }, regions: [], inputs: [] });
    this.state.marks.forEach(({ required }, id) => {
      const task = `mark-${id}`;
      emit({ type: 'task.opened', task, body: task, required, value: required, inputs: [] });
    });
  }

  private move(seat: number): void {
    const walker = this.walker(seat);
    const { action } = walker;
    if (action === null) return;
    walker.left -= 1;
    if (action.type === 'walk') {
      const goal = action['to'] as number;
      if (goal > LINE_METERS) return this.stop(seat, 'invalid_target');
      const way = goal - walker.x;
      walker.x += Math.max(-STEP_METERS, Math.min(STEP_METERS, way));
      if (Math.abs(way) <= STEP_METERS) this.stop(seat, 'success');
    } else if (walker.left <= 0) {
      this.stop(seat, action.type === 'idle' ? 'success' : 'timeout');
    }
  }

  private hold(mark: Mark, id: number): void {
    if (!mark.open) return;
    const task = `mark-${id}`;
    const seats = this.state.walkers.flatMap(({ x, action }, seat) =>
      action?.type === 'hold' && action['mark'] === task && Math.abs(x - mark.x) < 0.5 ? [seat] : [],
    );
    mark.held = seats.length >= mark.required ? mark.held + 1 : 0;
    if (mark.held < HOLD_TICKS) return;
    mark.open = false;
    this.state.score += mark.required;
    const { emit } = this.setup;
    emit({ type: 'task.closed', task, outcome: 'completed', inputs: [] });
    const points = { points: mark.required, total: this.state.score, max: this.maxScore };
    emit({ type: 'score.changed', task, ...points, seats, inputs: [] });
    for (const seat of seats) this.stop(seat, 'success');
  }

  private stop(seat: number, outcome: ActionOutcome): void {
    const walker = this.walker(seat);
    const action = walker.action?.type ?? '';
    walker.action = null;
    this.setup.emit({ type: 'action.ended', seat, action, outcome, inputs: [walker.assignment] });
  }

  private mark(name: string): Mark | undefined {
    return this.state.marks.find((_, id) => name === `mark-${id}`);
  }

  private walker(seat: number): Walker {
    const walker = this.state.walkers[seat];
    if (walker === undefined) throw new Error(`no walker ${seat}`);
    return walker;
  }
}
