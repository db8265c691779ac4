import type {
  ActivationEnded,
  ActivationStarted,
  ModelCalled,
  ObservationShown,
  QuorumEvent,
} from '@quorum/events';

/** One call of an agent. */
export interface Activation {
  readonly started: ActivationStarted;
  /** What it was shown: the belief that its decision rests on. */
  shown: ObservationShown | null;
  /** Calls of its model, in order. */
  readonly calls: ModelCalled[];
  /** When its decision took effect; null while it is out. */
  ended: ActivationEnded | null;
  /** `seq` of the messages and of the plan that it decided. */
  readonly decided: number[];
}

/** The calls of each seat, in the order in which they began. */
export type Activations = readonly Activation[][];

export function createActivations(seats: number): Activations {
  return Array.from({ length: seats }, () => []);
}

export function stepActivations(activations: Activations, event: QuorumEvent): void {
  switch (event.type) {
    case 'activation.started':
      activations[event.seat]?.push({ started: event, shown: null, calls: [], ended: null, decided: [] });
      return;
    case 'observation.shown': {
      const found = find(activations, event, ({ started }) => started.seq);
      if (found !== undefined) found.shown = event;
      return;
    }
    case 'model.called':
      find(activations, event, ({ started }) => started.seq)?.calls.push(event);
      return;
    case 'activation.ended': {
      const found = find(activations, event, ({ started }) => started.seq);
      if (found !== undefined) found.ended = event;
      return;
    }
    case 'message.sent':
    case 'plan.committed':
      find(activations, event, ({ ended }) => ended?.seq)?.decided.push(event.seq);
      return;
    default:
      return;
  }
}

/** The call that an event names as its cause; calls that are new are looked at first. */
function find(
  activations: Activations,
  { seat, inputs }: { readonly seat: number; readonly inputs: readonly number[] },
  seqOf: (activation: Activation) => number | undefined,
): Activation | undefined {
  return activations[seat]?.findLast((each) => {
    const seq = seqOf(each);
    return seq !== undefined && inputs.includes(seq);
  });
}
