import type { Claim, Json } from '@quorum/events';
import type { EventRecord, GraphState } from '../graph/graph-state.js';
import type { Detected, Detector } from './detector.js';
import { needsSpeechActs } from './needs.js';
import { agents, ascending, path } from './say.js';

/** A message whose claims are being judged. */
interface Said {
  readonly message: EventRecord;
  readonly claims: readonly Claim[];
  readonly tick: number;
  /** `seq` and tick of what its sender was shown last; null before. */
  readonly shown: { readonly seq: number; readonly tick: number } | null;
}

interface State {
  /** Claims of each message that has any, as JSON. */
  readonly claims: Map<number, readonly string[]>;
  /** What each seat has been told. */
  readonly told: readonly Set<string>[];
  readonly shown: ({ readonly seq: number; readonly tick: number } | null)[];
  last: Said | null;
}

/** Attempts on a body that are looked back at. */
const MAX_ATTEMPTS = 8;

/** An agent says what is not so. */
export const falseClaim: Detector<State> = {
  id: 'false-claim',
  title: 'False claim',
  severity: 'failure',
  rule: 'the world judges a claim false that its sender cannot have believed in good faith: nobody has told it so, and no tick has passed since it looked or the claim names a body that nobody has worked at since',
  source: 'Quorum, after DIG (arXiv 2603.00309), embodied extras: claim without post-condition',
  reads: ['observation.shown', 'message.sent', 'message.claimJudged'],
  canFire: needsSpeechActs,
  init: ({ team }) => ({
    claims: new Map(),
    told: team.map(() => new Set<string>()),
    shown: team.map(() => null),
    last: null,
  }),
  step(state, event, graph) {
    if (event.type === 'observation.shown') {
      state.shown[event.seat] = { seq: event.seq, tick: event.tick };
      for (const { id } of graph.justShown) {
        for (const claim of state.claims.get(id) ?? []) state.told[event.seat]?.add(claim);
      }
    } else if (event.type === 'message.sent') {
      const message = graph.events.get(event.seq);
      const { claims, tick } = event;
      const shown = state.shown[event.seat] ?? null;
      if (claims.length > 0) {
        state.claims.set(
          event.seq,
          claims.map((claim) => JSON.stringify(claim)),
        );
      }
      if (message !== undefined) state.last = { message, claims, tick, shown };
    } else if (event.type === 'message.claimJudged' && event.verdict === 'false') {
      const { last } = state;
      const claim = last?.claims[event.claim];
      if (last === null || claim === undefined || last.message.id !== event.inputs[0]) return NOTHING;
      // Who hands on what it was told says it in good faith; whoever said it first is found.
      const said = state.claims.get(last.message.id)?.[event.claim] ?? '';
      if (state.told[event.seat]?.has(said) || !couldKnow(graph, last, claim)) return NOTHING;
      const { message } = last;
      const to = ascending(message.receipts.map(({ seat }) => seat));
      const evidence = ascending([...(last.shown === null ? [] : [last.shown.seq]), message.id, event.seq]);
      return [
        {
          seats: ascending([event.seat, ...to]),
          task: message.task,
          evidence,
          sentence: `Agent ${event.seat} told ${agents(to)} what is not so ${path(evidence)}: ${describe(claim)}.`,
        },
      ];
    }
    return NOTHING;
  },
};

const NOTHING: readonly Detected[] = [];

/** Whether what is claimed was false already when its sender looked. */
function couldKnow({ bodies }: GraphState, { tick, shown }: Said, claim: Claim): boolean {
  if (shown === null || shown.tick === tick) return true;
  const named = Object.values(claim).flatMap((value) => bodies.get(String(value as string)) ?? []);
  if (named.length === 0) return false;
  return named.every(
    ({ effects, changes }) =>
      (changes.at(-1)?.seq ?? -1) < shown.seq &&
      effects.slice(-MAX_ATTEMPTS).every(({ kind, outcome }) => kind !== 'attempt' || outcome !== null),
  );
}

/** `blockAt b3, x 2, y 7`: type and parameters as they stand. */
function describe({ type, ...parameters }: Claim): string {
  const parts = Object.entries(parameters as Readonly<Record<string, Json>>).map(
    ([name, value]) => `${name} ${JSON.stringify(value)}`,
  );
  return [type, ...parts].join(' ');
}
