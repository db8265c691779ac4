import type { ActivationRequest, ProtocolEvent, ProtocolStep, Structure } from '../contract/protocol.js';

/** Which seats are thinking, in seat order. */
type IndividualState = readonly boolean[];

/**
 * Everyone for themselves: a seat without a plan makes one, nobody talks. A seat that is woken while it waits or acts
 * thinks again; one that is thinking already is left alone.
 */
export const individual: Structure = {
  name: 'individual',
  summary: 'every seat plans for itself, nobody talks',
  version: 1,
  addressees: () => [],
  protocol: {
    name: 'individual',
    init: (seats) => Array.from({ length: seats }, () => false),
    step: (state, event) => step(state as IndividualState, event),
  },
};

function step(thinking: IndividualState, event: ProtocolEvent): ProtocolStep<IndividualState> {
  switch (event.kind) {
    case 'unplanned':
      return activate(thinking, { seat: event.seat, purpose: 'plan', cause: event.cause });
    case 'woken':
      if (thinking[event.seat] === true) return rest(thinking);
      return activate(thinking, { seat: event.seat, purpose: 'interrupt', cause: event.cause });
    case 'decided':
      return rest(thinking.with(event.seat, false));
    case 'timeout':
      return rest(thinking);
  }
}

function activate(thinking: IndividualState, request: ActivationRequest): ProtocolStep<IndividualState> {
  return { state: thinking.with(request.seat, true), activations: [request], timeouts: [] };
}

function rest(state: IndividualState): ProtocolStep<IndividualState> {
  return { state, activations: [], timeouts: [] };
}
