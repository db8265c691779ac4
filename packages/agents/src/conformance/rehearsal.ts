import type { Json, Purpose } from '@quorum/events';
import type {
  ActivationRequest,
  Protocol,
  ProtocolEvent,
  ProtocolSetup,
  ProtocolView,
  TimeoutRequest,
} from '../contract/protocol.js';
import { seatList } from '../topologies/graphs.js';
import { judgeRequest, judgeTimeout } from './judge-request.js';
import type { Move } from './move.js';
import type { Answer, Call, Script } from './script.js';
import { isJson, watchedStep, type Transition } from './watched-step.js';

/** A promise that a protocol broke, by the name of its check. */
export interface Fault {
  readonly check: string;
  readonly problem: string;
}

type Entry = { readonly time: number; readonly seat: number } & (
  | { readonly kind: 'decision'; readonly call: Call; readonly answer: Answer; readonly hadPlan: boolean }
  | { readonly kind: 'delivery'; readonly from: number; readonly sentFor: Purpose }
  | { readonly kind: 'plan-end'; readonly plan: number }
  | { readonly kind: 'wake' }
  | { readonly kind: 'timeout'; readonly id: string }
);

interface SeatState {
  thinking: boolean;
  /** Number of its plan, null without one. */
  plan: number | null;
  activations: number;
  /** Since when it has had no plan. */
  unplannedSince: number;
  /** Messages by window of the budget. */
  readonly said: Map<number, number>;
}

/** Nobody has to wait longer than this for a plan, whatever gets lost. */
const PATIENCE_MICROS = 300_000_000;
/** More activations than this at one instant never end. */
const MOST_AT_ONCE = 2_000;

/**
 * Plays a protocol against a script, without agents, channel or world: decisions take time, messages travel, plans end,
 * all in the order in which the episode loop would report it. Stops at the first promise that makes going on senseless.
 */
export class Rehearsal {
  readonly moves: Move[] = [];
  readonly transitions: Transition[] = [];
  readonly faults: Fault[] = [];
  private readonly setup: ProtocolSetup;
  private readonly seats: SeatState[];
  private readonly queue: Entry[] = [];
  private events: ProtocolEvent[] = [];
  private state: Json = null;
  private now = 0;
  private seq = 0;
  private atOnce = 0;

  constructor(
    private readonly protocol: Protocol,
    readonly script: Script,
  ) {
    const { seats, options } = script;
    this.setup = { seats, options, graph: script.graph(0) };
    this.seats = seatList(seats).map(() => ({
      thinking: false,
      plan: null,
      activations: 0,
      unplannedSince: 0,
      said: new Map(),
    }));
  }

  /** Plays to the end. */
  run(): this {
    try {
      this.state = this.protocol.init(this.setup);
      if (!isJson(this.state)) this.blame('json-state', 'the first state is not plain JSON');
      for (const { seat, time } of this.script.wakes) this.enqueue({ kind: 'wake', time, seat });
      seatList(this.script.seats).forEach((seat) => this.loosePlan(seat));
      this.react();
      while (this.advance());
    } catch (error) {
      this.blame('no-exceptions', `it throws ${String(error)}`);
    }
    return this;
  }

  /** Goes on to the next thing that happens; false if there is none, or no sense in it. */
  private advance(): boolean {
    const waiting = this.seats.findIndex(
      ({ plan, thinking, unplannedSince }) =>
        plan === null &&
        (this.queue.length === 0 || (!thinking && this.now - unplannedSince > PATIENCE_MICROS)),
    );
    if (waiting >= 0) {
      this.blame(
        'everybody-plans',
        `seat ${waiting} waits for ever, from ${this.seconds(this.seats[waiting]?.unplannedSince)} on`,
      );
      return false;
    }
    const next = this.queue[0];
    if (next === undefined || next.time > this.script.untilMicros) return false;
    if (next.time > this.now) this.atOnce = 0;
    this.now = next.time;
    while ((this.queue[0]?.time ?? Infinity) <= this.now) this.happen(this.queue.shift());
    this.react();
    if (this.atOnce <= MOST_AT_ONCE) return true;
    this.blame('ends', `it keeps the team thinking for ever at ${this.seconds(this.now)}`);
    return false;
  }

  private happen(entry: Entry | undefined): void {
    if (entry === undefined) return;
    const { seat } = entry;
    const state = this.seat(seat);
    if (entry.kind === 'decision') this.decide(entry, state);
    else if (entry.kind === 'timeout') this.tell({ kind: 'timeout', id: entry.id, cause: [] });
    else if (entry.kind === 'delivery') {
      const { from, sentFor } = entry;
      this.moves.push({ kind: 'delivered', time: this.now, seat, from });
      this.tell({ kind: 'delivered', seat, from, sentFor, work: true, cause: [this.seq++] });
    } else if (entry.kind === 'wake') {
      const idle = state.plan !== null && !state.thinking;
      this.moves.push({ kind: 'woken', time: this.now, seat, idle });
      this.tell({ kind: 'woken', seat, cause: [this.seq++] });
    } else if (entry.plan === state.plan) {
      state.plan = null;
      if (!state.thinking) this.loosePlan(seat);
    }
  }

  private decide({ call, answer, hadPlan }: Extract<Entry, { kind: 'decision' }>, state: SeatState): void {
    const { seat, purpose, commands } = call;
    const { planned } = answer;
    state.thinking = false;
    if (planned) for (const body of [seat, ...commands]) this.commit(body);
    const sentTo = this.send(call, answer, state);
    this.moves.push({ kind: 'decided', time: this.now, seat, purpose, planned, sentTo });
    this.tell({ kind: 'decided', seat, purpose, planned, sentTo, cause: [this.seq++] });
    if (hadPlan && state.plan === null) this.loosePlan(seat);
  }

  private commit(seat: number): void {
    const plan = this.seq++;
    this.seat(seat).plan = plan;
    const length = this.script.planMicros(seat, this.now);
    if (length !== null) this.enqueue({ kind: 'plan-end', time: this.now + length, seat, plan });
  }

  private send({ seat: from, purpose, to }: Call, { sendTo }: Answer, state: SeatState): readonly number[] {
    const { budget } = this.script;
    const sentTo = sendTo.filter((recipient) => to.includes(recipient));
    if (sentTo.length === 0) return [];
    if (budget !== null) {
      const window = Math.floor(this.now / budget.windowMicros);
      const said = state.said.get(window) ?? 0;
      if (said >= budget.messages) return [];
      state.said.set(window, said + 1);
    }
    for (const seat of sentTo) {
      for (const delay of this.script.travelMicros(from, seat, this.now)) {
        this.enqueue({ kind: 'delivery', time: this.now + delay, seat, from, sentFor: purpose });
      }
    }
    return sentTo;
  }

  private loosePlan(seat: number): void {
    this.seat(seat).unplannedSince = this.now;
    this.moves.push({ kind: 'unplanned', time: this.now, seat });
    this.tell({ kind: 'unplanned', seat, cause: [this.seq++] });
  }

  private tell(event: ProtocolEvent): void {
    this.events.push(event);
  }

  /** Lets the protocol react to all that has happened at this instant. */
  private react(): void {
    const graph = this.script.graph(this.now);
    for (const event of this.events.splice(0)) {
      const {
        step,
        transition,
        isPure,
        isJson: leavesJson,
      } = watchedStep(this.protocol, {
        state: this.state,
        event,
        view: { graph, seats: this.view() },
        setup: this.setup,
      });
      if (!isPure) this.blame('no-mutation', `it changes what it was given with an event '${event.kind}'`);
      if (!leavesJson) this.blame('json-state', `its state is not plain JSON after an event '${event.kind}'`);
      this.transitions.push(transition);
      this.state = step.state;
      for (const timeout of step.timeouts) this.wait(timeout);
      for (const request of step.activations) this.activate(request, { graph, seats: this.view() });
    }
  }

  private view(): ProtocolView['seats'] {
    return this.seats.map(({ thinking, plan }) => ({
      stage: stageOf(thinking, plan),
      thinking,
      planned: plan !== null,
    }));
  }

  private wait(request: TimeoutRequest): void {
    const problem = judgeTimeout(request);
    if (problem !== null) this.blame('timeouts', problem);
    else this.enqueue({ kind: 'timeout', time: this.now + request.afterMicros, seat: -1, id: request.id });
  }

  private activate(request: ActivationRequest, { graph, seats }: ProtocolView): void {
    const { seat, purpose, to = [], commands = [] } = request;
    this.faults.push(...judgeRequest(request, { graph, seats }, this.seq));
    const state = this.seats[seat];
    if (state === undefined || state.thinking) return;
    state.thinking = true;
    this.atOnce += 1;
    this.moves.push({ kind: 'activated', time: this.now, seat, purpose, to, commands });
    const call = { seat, purpose, to, commands, time: this.now, count: state.activations++ };
    const { planned, sendTo } = this.script.answer(call);
    const hasToPlan = purpose === 'plan' || purpose === 'repair';
    const mayPlan = purpose !== 'speak' && purpose !== 'reply';
    const answer = { planned: hasToPlan || (mayPlan && planned), sendTo };
    const time = this.now + this.script.thinkMicros(call);
    this.enqueue({ kind: 'decision', time, seat, call, answer, hadPlan: state.plan !== null });
  }

  /** Ordered by time, then seat, then age. */
  private enqueue(entry: Entry): void {
    const after = this.queue.findIndex(
      ({ time, seat }) => time > entry.time || (time === entry.time && seat > entry.seat),
    );
    this.queue.splice(after < 0 ? this.queue.length : after, 0, entry);
  }

  private seat(seat: number): SeatState {
    const state = this.seats[Math.max(seat, 0)];
    if (state === undefined) throw new RangeError(`there is no seat ${seat}`);
    return state;
  }

  private blame(check: string, problem: string): void {
    this.faults.push({ check, problem });
  }

  private seconds(micros = 0): string {
    return `second ${micros / 1_000_000}`;
  }
}

function stageOf(thinking: boolean, plan: number | null): 'R' | 'I' | 'X' {
  if (plan === null) return 'R';
  return thinking ? 'I' : 'X';
}
