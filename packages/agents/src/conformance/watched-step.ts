import { isDeepStrictEqual } from 'node:util';
import type { Json } from '@quorum/events';
import type {
  Protocol,
  ProtocolEvent,
  ProtocolSetup,
  ProtocolStep,
  ProtocolView,
} from '../contract/protocol.js';

/** What a protocol was given and what it returned, as JSON text. */
export interface Transition {
  readonly given: string;
  readonly returned: string;
}

/** What a step may read. */
export interface StepInput {
  readonly state: Json;
  readonly event: ProtocolEvent;
  readonly view: ProtocolView;
  readonly setup: ProtocolSetup;
}

/** A step together with the promises that it broke. */
export interface WatchedStep {
  readonly step: ProtocolStep<Json>;
  readonly transition: Transition;
  readonly isPure: boolean;
  readonly isJson: boolean;
}

/** Lets a protocol react and watches whether it leaves alone what it was given. */
export function watchedStep(protocol: Protocol, input: StepInput): WatchedStep {
  const given = JSON.stringify(input);
  const { state, event, view, setup } = input;
  const step = protocol.step(state, event, view, setup);
  return {
    step,
    transition: { given, returned: JSON.stringify(step) },
    isPure: JSON.stringify(input) === given,
    isJson: isJson(step.state),
  };
}

/** Whether a value comes back from JSON text as it was. */
export function isJson(value: unknown): boolean {
  const text = JSON.stringify(value) as string | undefined;
  return text !== undefined && isDeepStrictEqual(JSON.parse(text), value);
}
