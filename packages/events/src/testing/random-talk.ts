import type { Claim } from '../log/events.js';
import {
  CLAIM_VERDICTS,
  EVICTION_REASONS,
  MESSAGE_KINDS,
  MESSAGE_LOSSES,
  MESSAGE_REFUSALS,
  MODEL_OUTCOMES,
  PURPOSES,
} from '../log/outcomes.js';
import { at, causes, keep, taskId, type Move, type Stage, type Values } from './random-stage.js';

/** What teams do with words. */
export const talkMoves = {
  say(stage, values) {
    const { seat, task, pick, text, thinkMicros } = values;
    const inputs = causes(stage.open.get(`heard ${seat}`));
    const activation = stage.emit({ type: 'activation.started', inputs, seat, purpose: at(PURPOSES, pick) });
    if (pick % 4 !== 0) askModel(stage, values, activation);
    const ended = { type: 'activation.ended', inputs: [activation], seat, outcome: 'decided' } as const;
    const decision = stage.emit({ ...ended, chargeMicros: thinkMicros });
    stage.open.set(`decision ${seat}`, decision);

    const others = Array.from({ length: stage.seats }, (_, other) => other).filter((other) => other !== seat);
    const to = pick % 3 === 0 ? others : others.slice(0, 1);
    if (to.length === 0) {
      stage.emit({ type: 'message.refused', inputs: [decision], seat, to, reason: 'outside_topology' });
      return;
    }
    const claims: Claim[] =
      pick % 2 === 0 ? [] : [{ type: 'blockAt', block: `block-${task}`, x: pick, y: 1 }];
    const what = { kind: at(MESSAGE_KINDS, pick), text, claims, work: pick % 5 === 0, tokens: text.length };
    const about = pick % 7 === 0 ? null : taskId(task);
    const sent = stage.emit({ type: 'message.sent', inputs: [decision], seat, to, task: about, ...what });
    stage.open.set(`message ${seat}`, sent);
    claims.forEach((_, claim) => {
      const verdict = at(CLAIM_VERDICTS, pick);
      stage.emit({ type: 'message.claimJudged', inputs: [sent], seat, claim, verdict });
    });
    for (const recipient of to) {
      if ((pick + recipient) % 4 === 0) {
        const reason = at(MESSAGE_LOSSES, pick + recipient);
        stage.emit({ type: 'message.lost', inputs: [sent], seat: recipient, from: seat, reason });
      } else {
        stage.letters.push({ sent, from: seat, to: recipient });
      }
    }
  },
  hear(stage, { pick, text }) {
    const letter = stage.letters.shift();
    if (letter === undefined) return;
    const { sent, from, to: seat } = letter;
    const garbled = pick % 4 === 0 ? { corrupted: text } : {};
    for (let copy = 1; copy <= (pick % 5 === 0 ? 2 : 1); copy++) {
      const arrival = { type: 'message.delivered', inputs: [sent], seat, from, copy, ...garbled } as const;
      stage.open.set(`heard ${seat}`, stage.emit(arrival));
    }
  },
  refuse(stage, { seat, pick }) {
    const inputs = causes(stage.open.get(`decision ${seat}`));
    const to = [pick % stage.seats];
    stage.emit({ type: 'message.refused', inputs, seat, to, reason: at(MESSAGE_REFUSALS, pick) });
  },
  forget(stage, { seat, pick }) {
    const decision = stage.open.get(`decision ${seat}`);
    const what = at(['message', 'plan'] as const, pick);
    const forgotten = stage.open.get(`${what} ${seat}`);
    if (decision === undefined || forgotten === undefined) return;
    const reason = at(EVICTION_REASONS, pick);
    stage.emit({ type: 'memory.evicted', inputs: [decision, forgotten], seat, what, reason });
  },
} satisfies Record<string, Move>;

function askModel(stage: Stage, { seat, pick, text, content }: Values, activation: number): void {
  const prompt = [
    { role: 'system', part: keep(stage, 'the rules', [activation]) },
    { role: 'user', part: keep(stage, content, [activation]) },
  ] as const;
  const outcome = at(MODEL_OUTCOMES, pick);
  const answered = outcome === 'answered';
  stage.emit({
    type: 'model.called',
    inputs: [activation],
    seat,
    call: 1,
    request: `request ${pick}`,
    prompt,
    outcome,
    answer: answered ? keep(stage, text, [activation]) : null,
    inputTokens: pick,
    outputTokens: text.length,
    reasoningTokens: pick % 3,
    usageMissing: answered && pick % 2 === 0,
    ...(answered ? {} : { problem: text }),
  });
}
