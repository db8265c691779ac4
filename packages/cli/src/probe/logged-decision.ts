import type { ModelMessage } from '@quorum/agents';
import { QuorumError, type EpisodeHeader, type EventOf, type QuorumEvent } from '@quorum/events';

/** A decision as the log of its episode holds it. */
export interface LoggedDecision {
  readonly seat: number;
  /** Number of the decision within its seat, from 1. */
  readonly decision: number;
  /** `seq` of its `activation.started`. */
  readonly activation: number;
  readonly tick: number;
  /** What was asked of the model, call by call. */
  readonly calls: readonly LoggedCall[];
  /** `seq` of the sending of each new message, in the order of the prompt. */
  readonly heard: readonly number[];
}

interface LoggedCall {
  /** Hash of the request. */
  readonly request: string;
  readonly prompt: readonly ModelMessage[];
}

/**
 * Finds a decision that a model made and that new messages could have moved.
 * @throws QuorumError `USAGE` when there is no such seat or decision, no model was asked, or nothing was heard; the fix
 * names decisions that can be probed
 */
export function findDecision(
  { team }: EpisodeHeader,
  events: readonly QuorumEvent[],
  { seat, decision }: Pick<LoggedDecision, 'seat' | 'decision'>,
): LoggedDecision {
  const agent = team[seat]?.agent;
  if (agent === undefined) {
    throw new QuorumError('USAGE', `there is no seat ${seat}.`, {
      fix: `name one of the seats 0 to ${team.length - 1}.`,
    });
  }
  const decisions = readSeat(events, seat);
  if (decisions.every(({ calls }) => calls.length === 0)) {
    throw new QuorumError('USAGE', `seat ${seat} (${agent}) asked no model, so that no prompt is logged.`, {
      fix: 'probe a seat of the agent chat; the stand-in needs no network: quorum run push-nine-v0 --team chat -g structure=debate.',
    });
  }
  const can = decisions.filter(({ calls, heard }) => calls.length > 0 && heard.length > 0);
  const found = decisions[decision - 1];
  if (found !== undefined && can.includes(found)) return found;
  const problem =
    found === undefined
      ? `it decided ${decisions.length} times only`
      : found.calls.length === 0
        ? 'no model was asked for it'
        : 'no new message was shown for it';
  throw new QuorumError('USAGE', `decision ${decision} of seat ${seat} cannot be probed: ${problem}.`, {
    fix:
      can.length === 0
        ? 'probe another seat; this one never decided upon a new message.'
        : `probe one of these decisions of it: ${can.map((one) => one.decision).join(', ')}.`,
  });
}

/** All decisions of a seat, in order. */
function readSeat(events: readonly QuorumEvent[], seat: number): LoggedDecision[] {
  const contents = new Map<string, string>();
  const decisions: Open[] = [];
  for (const event of events) {
    if (event.type === 'observation.content' && typeof event.content === 'string') {
      contents.set(event.hash, event.content);
    }
    if (!('seat' in event) || event.seat !== seat) continue;
    const { seq, tick } = event;
    const own = decisions.find(({ activation }) => activation === event.inputs[0]);
    if (event.type === 'activation.started') {
      decisions.push({ seat, decision: decisions.length + 1, activation: seq, tick, calls: [], heard: [] });
    } else if (event.type === 'observation.shown') {
      own?.heard.push(...event.inputs.slice(1).flatMap((delivery) => events[delivery]?.inputs[0] ?? []));
    } else if (event.type === 'model.called') {
      own?.calls.push({ request: event.request, prompt: readPrompt(contents, event.prompt) });
    }
  }
  return decisions;
}

/** A decision while it is read. */
interface Open extends LoggedDecision {
  readonly calls: LoggedCall[];
  readonly heard: number[];
}

/** The turns of a conversation, put together from their logged parts. */
function readPrompt(
  contents: ReadonlyMap<string, string>,
  prompt: EventOf<'model.called'>['prompt'],
): ModelMessage[] {
  const turns: { role: ModelMessage['role']; parts: string[] }[] = [];
  for (const { role, part } of prompt) {
    const text = contents.get(part) ?? '';
    const last = turns.at(-1);
    if (last?.role === role) last.parts.push(text);
    else turns.push({ role, parts: [text] });
  }
  return turns;
}
