import type { PlanCommitted } from '@quorum/events';
import type { BodyState, EventRecord, GraphState } from '../graph/graph-state.js';
import type { Detected, Detector } from './detector.js';
import { agents, ascending, path, virtualSeconds } from './say.js';

interface State {
  readonly staleMicros: number;
  /** The last message about each task that each seat was shown, where it was old by then. */
  readonly told: readonly Map<string, EventRecord>[];
  /** Plans that have been reported. */
  readonly reported: Set<number>;
}

const MICROS_PER_SECOND = 1_000_000;

/** An agent acts on what was so a while ago. */
export const staleBeliefAction: Detector<State> = {
  id: 'stale-belief-action',
  title: 'Stale belief',
  severity: 'warning',
  rule: "a body is given an action of a plan for a task whose block others have moved or delivered since the plan's observation, which is older than `staleSeconds`; or a plan follows a message about its task that was so old when it was shown, and others have moved the block between message and observation",
  source: 'Quorum, after DIG (arXiv 2603.00309), embodied extras',
  reads: ['observation.shown', 'plan.committed', 'action.assigned'],
  canFire: () => true,
  init: ({ team }, { staleSeconds }) => ({
    staleMicros: staleSeconds * MICROS_PER_SECOND,
    told: team.map(() => new Map<string, EventRecord>()),
    reported: new Set(),
  }),
  step(state, event, graph) {
    if (event.type === 'observation.shown') {
      for (const message of graph.justShown) {
        if (message.task === null) continue;
        // News that is fresh when it is read replaces what was old.
        if (event.time - message.time < state.staleMicros) state.told[event.seat]?.delete(message.task);
        else state.told[event.seat]?.set(message.task, message);
      }
      return NOTHING;
    }
    if (event.type === 'plan.committed') return planned(state, event, graph);
    if (event.type !== 'action.assigned' || event.action === null) return NOTHING;
    const { seat, seq, time } = event;
    const plan = graph.seats[seat]?.plan;
    if (plan === null || plan === undefined || time - plan.observed < state.staleMicros) return NOTHING;
    if (state.reported.has(plan.seq)) return NOTHING;
    const change = changeSince(bodyOf(graph, plan.task), seat, plan.observation);
    if (change === null || plan.task === null) return NOTHING;
    state.reported.add(plan.seq);
    const evidence = ascending([plan.observation, change.seq, seq]);
    return [
      {
        seats: [seat],
        task: plan.task,
        evidence,
        sentence: `Agent ${seat} acts at ${plan.task} on what it saw ${virtualSeconds(time - plan.observed)} ago ${path(evidence)}, and ${agents(change.seats)} moved it since.`,
      },
    ];
  },
};

const NOTHING: readonly Detected[] = [];

/** A plan that may rest on an old message. */
function planned(state: State, event: PlanCommitted, graph: GraphState): readonly Detected[] {
  const { seat, task, time, seq, observation } = event;
  const message = task === null ? undefined : state.told[seat]?.get(task);
  if (task === null || message === undefined) return NOTHING;
  // Told once, acted on once.
  state.told[seat]?.delete(task);
  const change = changeSince(bodyOf(graph, task), seat, message.id);
  if (change === null || change.seq > observation) return NOTHING;
  state.reported.add(seq);
  const evidence = ascending([message.id, change.seq, seq]);
  return [
    {
      seats: ascending([seat, ...message.seats]),
      task,
      evidence,
      sentence: `Agent ${seat} plans for ${task} after what agent ${message.seats[0]} said ${virtualSeconds(time - message.time)} ago ${path(evidence)}, and ${agents(change.seats)} moved it since.`,
    },
  ];
}

function bodyOf({ tasks, bodies }: GraphState, task: string | null): BodyState | undefined {
  return bodies.get(tasks.get(task ?? '')?.body ?? '');
}

/** The last change of a body, if it came after `since` and others took part. */
function changeSince(
  body: BodyState | undefined,
  seat: number,
  since: number,
): BodyState['changes'][number] | null {
  const last = body?.changes.at(-1);
  if (last === undefined || last.seq <= since || last.seats.every((one) => one === seat)) return null;
  return last;
}
