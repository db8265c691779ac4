import type { GraphState } from '../graph/graph-state.js';
import type { Detected, Detector } from './detector.js';
import { needsTeam } from './needs.js';
import { ascending, path, virtualSeconds } from './say.js';
import { shortTask } from './short-task.js';

/** What a seat has made of being asked, since it last said, planned or did something. */
interface Silence {
  /** When it last said, planned or did something, microseconds. */
  since: number;
  /** Activations since, `seq` of their ends: those with an answer in format. */
  readonly asked: number[];
  reported: boolean;
}

interface State {
  readonly dropoutMicros: number;
  readonly seats: readonly Silence[];
}

const MICROS_PER_SECOND = 1_000_000;
/** Asked less often in vain, a seat may just have been thinking for long. */
const MIN_ASKED = 3;

/** One seat has stopped, while the others go on without it. */
export const dropout: Detector<State> = {
  id: 'dropout',
  title: 'Dropout',
  severity: 'failure',
  rule: `for \`dropoutSeconds\` an agent has been asked at least ${MIN_ASKED} times and has said, planned and done nothing, while others are at tasks and open work lacks agents; answers out of format do not count`,
  source: 'Quorum: deadlock (DIG, arXiv 2603.00309) of one agent',
  reads: [
    'activation.started',
    'activation.ended',
    'message.sent',
    'plan.committed',
    'plan.ended',
    'action.path',
  ],
  canFire: needsTeam,
  init: ({ team }, { dropoutSeconds }) => ({
    dropoutMicros: dropoutSeconds * MICROS_PER_SECOND,
    seats: team.map(() => ({ since: 0, asked: [], reported: false })),
  }),
  step(state, event, graph) {
    switch (event.type) {
      case 'activation.started':
        return look(state, event, graph);
      case 'activation.ended':
        if (event.outcome !== 'invalid') state.seats[event.seat]?.asked.push(event.seq);
        return NOTHING;
      case 'plan.committed': {
        if (event.task === null) return NOTHING;
        // Who plans for other bodies does something too.
        const planner = graph.nodeOf.get(event.inputs[0] ?? -1);
        if (planner?.kind === 'activation') goOn(state.seats[planner.seat], event.time);
        goOn(state.seats[event.seat], event.time);
        return NOTHING;
      }
      case 'plan.ended':
        // A wait that has ended is nothing done.
        if ((graph.events.get(event.inputs[0] ?? -1)?.task ?? null) === null) return NOTHING;
        goOn(state.seats[event.seat], event.time);
        return NOTHING;
      case 'message.sent':
      case 'action.path':
        goOn(state.seats[event.seat], event.time);
        return NOTHING;
      default:
        return NOTHING;
    }
  },
};

const NOTHING: readonly Detected[] = [];

function goOn(silence: Silence | undefined, time: number): void {
  if (silence === undefined) return;
  silence.since = time;
  silence.asked.length = 0;
  silence.reported = false;
}

/** What became of the activation before is known when the next one begins. */
function look(
  { seats, dropoutMicros }: State,
  { seat, time }: { readonly seat: number; readonly time: number },
  graph: GraphState,
): readonly Detected[] {
  const silence = seats[seat];
  if (silence === undefined || silence.reported || silence.asked.length < MIN_ASKED) return NOTHING;
  const { since, asked } = silence;
  // Where nobody has a plan for a task, it is a deadlock.
  if (time - since < dropoutMicros || graph.engaged === 0) return NOTHING;
  if ((graph.seats[seat]?.plan?.task ?? null) !== null) return NOTHING;
  const task = shortTask(graph);
  if (task === undefined) return NOTHING;
  silence.reported = true;
  const evidence = ascending(asked);
  const { id, committed, required } = task;
  return [
    {
      seats: [seat],
      task: id,
      evidence,
      sentence: `Agent ${seat} has been asked ${asked.length} times in ${virtualSeconds(time - since)} ${path(evidence)} and has said, planned and done nothing, while ${id} has ${committed.size} of ${required} agents.`,
    },
  ];
}
