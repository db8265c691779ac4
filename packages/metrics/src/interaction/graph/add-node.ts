import type { Envelope } from '@quorum/events';
import type { ActivationRecord, EventRecord, GraphState } from './graph-state.js';

type Given = Pick<EventRecord, 'kind' | 'seats'> &
  Partial<
    Pick<EventRecord, 'origin' | 'task' | 'work' | 'quorum' | 'hops' | 'passesOn' | 'speech' | 'producers'>
  >;

/** Adds an event node for an event of the log. */
export function addEvent(state: GraphState, event: Envelope, given: Given): EventRecord {
  const record: EventRecord = {
    kind: given.kind,
    id: event.seq,
    tick: event.tick,
    time: event.time,
    seats: given.seats,
    origin: given.origin ?? 'team',
    task: given.task ?? null,
    work: given.work ?? false,
    quorum: given.quorum ?? 0,
    hops: given.hops ?? 0,
    passesOn: given.passesOn ?? null,
    speech: given.speech ?? null,
    outcome: null,
    ended: null,
    producers: given.producers ?? [],
    receipts: [],
    open: 0,
    consumed: 0,
    reachable: false,
  };
  state.events.set(event.seq, record);
  state.nodeOf.set(event.seq, record);
  return record;
}

const NOBODY: readonly number[] = [];

/** The activations that brought an event about: those of its inputs. */
export function producersOf(state: GraphState, inputs: readonly number[]): readonly number[] {
  let found: readonly number[] = NOBODY;
  for (const input of inputs) found = union(found, activationsOf(state.nodeOf.get(input)));
  return found;
}

function activationsOf(node: ActivationRecord | EventRecord | undefined): readonly number[] {
  if (node === undefined) return NOBODY;
  return node.kind === 'activation' ? [node.id] : node.producers;
}

/** Both lists without repetition; shares a list where it can. */
function union(a: readonly number[], b: readonly number[]): readonly number[] {
  if (a.length === 0) return b;
  const added = b.filter((id) => !a.includes(id));
  return added.length === 0 ? a : [...a, ...added];
}
