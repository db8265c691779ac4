import {
  ticksToMicros,
  type ActionOutcome,
  type Claim,
  type EpisodeHeader,
  type EventDraft,
  type MessageKind,
  type PlanEnded,
  type Purpose,
  type QuorumEvent,
} from '@quorum/events';
import { tinyHeader } from './tiny-log.js';

type Given<E> = E extends EventDraft ? Omit<E, 'inputs'> : never;

/** What is said: a request about a task to everybody else, unless told otherwise. */
interface Words {
  readonly to?: readonly number[];
  readonly kind?: MessageKind;
  readonly task?: string | null;
  readonly work?: boolean;
  readonly claims?: readonly Claim[];
  /** Recipients that it never reaches. */
  readonly lost?: readonly number[];
  /** Recipients that it has not reached yet. */
  readonly later?: readonly number[];
}

/** What an activation rests on. */
interface Because {
  /** Messages (`seq`) that it is shown. */
  readonly shown?: readonly number[];
  readonly inputs?: readonly number[];
  readonly purpose?: Purpose;
  /** Virtual time that it takes. */
  readonly seconds?: number;
}

/** A log as tests read it. */
export interface StoryLog {
  readonly header: EpisodeHeader;
  readonly events: readonly QuorumEvent[];
}

/**
 * A hand-written log that follows what led to what: every method adds the events of one step and returns the `seq` that
 * later steps refer to. Everybody may talk to everybody.
 */
export class Story {
  readonly header: EpisodeHeader;
  readonly events: QuorumEvent[] = [];
  private tick = 0;
  private time = 0;
  private readonly deliveries = new Map<string, number>();
  private readonly observed = new Map<number, number>();
  private readonly plans = new Map<number, number>();

  constructor(seats = 3, header: Partial<EpisodeHeader> = {}) {
    this.header = { ...tinyHeader(seats), topology: { name: 'full', options: {} }, ...header };
  }

  add(event: Given<EventDraft>, inputs: readonly number[] = []): number {
    const seq = this.events.length;
    this.events.push({ seq, tick: this.tick, time: this.time, digest: '', ...event, inputs } as QuorumEvent);
    return seq;
  }

  /** Body time passes, a state hash every second. */
  wait(seconds: number): void {
    for (let i = 0; i < seconds; i += 1) {
      this.tick += 60;
      this.time += ticksToMicros(60);
      this.add({ type: 'world.hash', state: '', digest: '' } as Given<EventDraft>);
    }
  }

  open(task: string, required = 1, body = task): number {
    return this.add({ type: 'task.opened', task, body, required, value: 1 });
  }

  close(task: string, outcome: 'completed' | 'superseded' = 'completed'): number {
    return this.add({ type: 'task.closed', task, outcome });
  }

  /** A call begins, and its agent looks. */
  begin(seat: number, { shown = [], inputs = [], purpose = 'plan' }: Because = {}): number {
    const letters = shown.map((message) => this.deliveries.get(`${message} ${seat}`) ?? -1);
    const start = this.add({ type: 'activation.started', seat, purpose }, [
      ...inputs,
      ...letters.slice(0, 1),
    ]);
    this.observed.set(seat, this.add({ type: 'observation.shown', seat, parts: {} }, [start, ...letters]));
    return start;
  }

  end(start: number): number {
    const { seat } = this.events[start] as { seat: number };
    return this.add({ type: 'activation.ended', seat, outcome: 'decided', chargeMicros: 0 }, [start]);
  }

  /** A whole call; returns its end. */
  think(seat: number, because: Because = {}): number {
    const start = this.begin(seat, because);
    this.time += (because.seconds ?? 0) * 1_000_000;
    return this.end(start);
  }

  /** The agent of an ended call says something. */
  say(end: number, words: Words = {}): number {
    const { seat } = this.events[end] as { seat: number };
    const others = this.header.team.map((_, other) => other).filter((other) => other !== seat);
    const { to = others, kind = 'request', task = null, work = true, claims = [] } = words;
    const message = this.add(
      { type: 'message.sent', seat, to, kind, text: '', task, claims, work, tokens: 1 },
      [end],
    );
    for (const other of to) {
      if (words.lost?.includes(other)) {
        this.add({ type: 'message.lost', seat: other, from: seat, reason: 'loss' }, [message]);
      } else if (!words.later?.includes(other)) this.deliver(message, other);
    }
    return message;
  }

  deliver(message: number, seat: number, inputs: readonly number[] = []): number {
    const { seat: from } = this.events[message] as { seat: number };
    const letter = this.add({ type: 'message.delivered', seat, from, copy: 1 }, [message, ...inputs]);
    this.deliveries.set(`${message} ${seat}`, letter);
    return letter;
  }

  judge(message: number, claim: number, verdict: 'true' | 'false'): number {
    const { seat } = this.events[message] as { seat: number };
    return this.add({ type: 'message.claimJudged', seat, claim, verdict }, [message]);
  }

  /** The decision of an ended call takes effect as a plan. */
  plan(end: number, task: string | null): number {
    const { seat } = this.events[end] as { seat: number };
    const observation = this.observed.get(seat) ?? 0;
    const actions = [{ type: 'push' }];
    const plan = this.add({ type: 'plan.committed', seat, task, actions, observation }, [end]);
    this.plans.set(seat, plan);
    return plan;
  }

  /** The seat's plan is over. */
  endPlan(seat: number, status: PlanEnded['status'] = 'success', outcome?: ActionOutcome): number {
    const ended = outcome ?? (status === 'success' ? 'success' : 'insufficient_force');
    return this.add({ type: 'plan.ended', seat, status, outcome: ended, done: 0 }, [
      this.plans.get(seat) ?? 0,
    ]);
  }

  /** A body is given an action of its seat's plan. */
  act(seat: number, task: string | null): number {
    return this.add({ type: 'action.assigned', seat, action: { type: 'push' }, task }, [
      this.plans.get(seat) ?? 0,
    ]);
  }

  /** Seats stand where the task is worked on. */
  stand(task: string, required: number, ...seats: number[]): number {
    const count = seats.length;
    return this.add({ type: 'constraint.changed', task, constraint: 'spatial', count, required, seats });
  }

  /** Seats work at a task from one moment on; returns the attempt. */
  attempt(task: string, required: number, actions: readonly number[], ...seats: number[]): number {
    return this.add({ type: 'attempt.started', task, required, seats }, actions);
  }

  endAttempt(attempt: number, success: boolean): number {
    const { task, seats } = this.events[attempt] as { task: string; seats: readonly number[] };
    return this.add({ type: 'attempt.ended', task, seats, success, moved: success ? 1 : 0 }, [attempt]);
  }

  stop(inputs: readonly number[] = []): number {
    return this.add({ type: 'intervention.applied', source: 'test', kind: 'stop', note: '' }, inputs);
  }

  finish(status: 'completed' | 'horizon' | 'stopped' = 'completed'): number {
    return this.add({ type: 'episode.ended', status, score: 0, maxScore: 1 });
  }
}
