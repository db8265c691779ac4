import { countColumn } from '../counts.js';
import type { Column, Metric } from '../metric.js';
import { isNode } from './graph/build-graph.js';
import { criticalPath } from './graph/critical-path.js';
import {
  contributions,
  countDeliveries,
  measureReactions,
  messagesOf,
  type Deliveries,
} from './graph/summarise-graph.js';
import { createWatch, stepWatch, WATCH_EVENTS, type Watch } from './watch.js';

export interface InteractionResult {
  readonly activations: number;
  /** Event nodes. */
  readonly events: number;
  readonly deliveries: Deliveries;
  readonly reactionSeconds: number | null;
  /** Messages that an activation was shown, and recipients of a message, on average. */
  readonly fanIn: number | null;
  readonly fanOut: number | null;
  /** Messages on the longest chain of them. */
  readonly depth: number | null;
  readonly criticalPathSeconds: number | null;
  /** Of the episode's virtual time. */
  readonly criticalPathShare: number | null;
  /** Time of all thoughts and plans over that of the critical path. */
  readonly parallelism: number | null;
  /** Activations that points go back to, by seat. */
  readonly contributionBySeat: readonly number[];
  readonly reciprocity: number | null;
  readonly implicitShare: number | null;
}

const MICROS_PER_SECOND = 1_000_000;

/** The interaction graph in numbers. Definition, unit, source and a worked example: the page below. */
export const interaction: Metric<Watch, InteractionResult> = {
  name: 'interaction',
  version: 1,
  reads: WATCH_EVENTS,
  page: {
    summary: 'How the team acts on what its members say and do: the interaction graph in numbers.',
    formula:
      'Nodes and edges: docs/interaction-graph.md. activations = activation nodes; events = event nodes (tasks, messages, refusals, plans, actions, attempts, deliveries of blocks, points, interventions, the end). A delivery is a message at one recipient; consumed: shown to an activation; delayed: an activation began without being shown it although it had arrived; rerouted: handed to a seat that it was not sent to; discarded: lost, or forgotten before it was shown; each as a share of deliveries. reactionSeconds = mean virtual time from sending until the activation that was shown it decided. fanIn = messages shown / activations; fanOut = deliveries / messages. depth = messages on the longest chain in which each was shown to the sender of the next. critical path = longest chain of activations (weight: their virtual time) and plans for a task (likewise) in which each consumed something of the one before; criticalPathShare = its time / time of the last event; parallelism = time of all these nodes / time of the critical path. contribution of a seat = its activations that points go back to (through messages, turns and what others had done to the block) / all such activations; contributedShare = all such activations / activations. reciprocity = ordered pairs of seats (i, j) where j was shown a message of i and i one of j / pairs where j was shown one of i. implicitShare = effects on blocks that somebody planned on after they were there to be seen / these and consumed deliveries.',
    source:
      'DIG (arXiv 2603.00309) for graph and labels; measures are ours, after its recommendation. Work and span: Brent 1974.',
    notes: 'Consumed means shown, not understood.',
    grows: 'activations, messages and what they bring about, not with ticks',
    example:
      'Agent 0 thinks for 2 s, asks agents 1 and 2; agent 1 is shown it, thinks for 3 s and plans for the task, which lasts 5 s and brings the points; agent 2 never looks. activations 2, events 5 (task, message, plan, attempt, points), deliveries 2, consumedShare 0.5, reactionSeconds 3, fanIn 0.5, fanOut 2, depth 1, criticalPathSeconds 2 + 3 + 5 = 10 = the whole time, so criticalPathShare 1, parallelism 1; both activations lie behind the points: hubShare 0.5, contributedShare 1; reciprocity 0, implicitShare 0.',
  },
  columns: [
    countColumn('activations', 'activations', 'calls of agents', (r) => r.activations),
    countColumn('events', 'events', 'event nodes', (r) => r.events),
    countColumn('deliveries', 'deliveries', 'messages, once for each recipient', (r) => r.deliveries.count),
    shareColumn('consumedShare', 'deliveries that were shown', (r) => shareOf(r.deliveries, 'consumed')),
    shareColumn('delayedShare', 'deliveries passed over by an activation', (r) =>
      shareOf(r.deliveries, 'delayed'),
    ),
    shareColumn('reroutedShare', 'deliveries to others than addressed', (r) =>
      shareOf(r.deliveries, 'rerouted'),
    ),
    shareColumn('discardedShare', 'deliveries that can never be shown', (r) =>
      shareOf(r.deliveries, 'discarded'),
    ),
    numberColumn(
      'reactionSeconds',
      's',
      'from sending to the decision of who was shown it',
      (r) => r.reactionSeconds,
    ),
    numberColumn('fanIn', 'messages', 'shown per activation', (r) => r.fanIn),
    numberColumn('fanOut', 'deliveries', 'recipients per message', (r) => r.fanOut),
    numberColumn('depth', 'messages', 'longest chain of messages', (r) => r.depth),
    numberColumn(
      'criticalPathSeconds',
      's',
      'longest chain of thoughts and plans',
      (r) => r.criticalPathSeconds,
    ),
    shareColumn('criticalPathShare', 'of the virtual time, the critical path', (r) => r.criticalPathShare),
    numberColumn(
      'parallelism',
      '1',
      'time of all thoughts and plans over the critical path',
      (r) => r.parallelism,
    ),
    shareColumn('contributedShare', 'activations that points go back to', (r) =>
      ratio(total(r.contributionBySeat), r.activations),
    ),
    shareColumn('hubShare', 'largest share of one seat in these', (r) =>
      ratio(Math.max(0, ...r.contributionBySeat), total(r.contributionBySeat)),
    ),
    shareColumn('reciprocity', 'pairs that take in words of each other', (r) => r.reciprocity),
    shareColumn('implicitShare', 'of what was reacted to, what nobody had said', (r) => r.implicitShare),
  ],
  init: createWatch,
  step: stepWatch,
  result({ detection: { graph } }) {
    const activations = [...graph.activations.values()];
    const messages = messagesOf(graph);
    const deliveries = countDeliveries(messages);
    const { meanMicros, implicitShare, reciprocity } = measureReactions(graph, messages);
    const { micros, workMicros } = criticalPath(graph);
    return {
      activations: activations.length,
      events: [...graph.events.values()].filter(isNode).length,
      deliveries,
      reactionSeconds: meanMicros === null ? null : meanMicros / MICROS_PER_SECOND,
      fanIn: ratio(total(activations.map((activation) => activation.messages)), activations.length),
      fanOut: ratio(deliveries.count, messages.length),
      depth:
        activations.length === 0 ? null : activations.reduce((most, { depth }) => Math.max(most, depth), 0),
      criticalPathSeconds: activations.length === 0 ? null : micros / MICROS_PER_SECOND,
      criticalPathShare: ratio(micros, graph.time),
      parallelism: ratio(workMicros, micros),
      contributionBySeat: contributions(graph),
      reciprocity,
      implicitShare,
    };
  },
};

function shareColumn(
  name: string,
  summary: string,
  value: (result: InteractionResult) => number | null,
): Column<InteractionResult> {
  return { name, summary, unit: 'share', range: '0 … 1 or null', value };
}

function numberColumn(
  name: string,
  unit: string,
  summary: string,
  value: (result: InteractionResult) => number | null,
): Column<InteractionResult> {
  return { name, summary, unit, range: '≥ 0 or null', value };
}

const shareOf = (deliveries: Deliveries, what: Exclude<keyof Deliveries, 'count'>): number | null =>
  ratio(deliveries[what], deliveries.count);

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
