import type { PlanCommitted, QuorumEvent } from '@quorum/events';
import type { Metric } from '../metric.js';
import { codeMessage, codeTask, createCoding, noteTask, type Code, type Coding } from './coding.js';
import { dependenceColumns } from './dependence-columns.js';
import { dependenceOf, type EpisodeDependence } from './dependence.js';
import { countPair, type JointCounts } from './joint-counts.js';

interface Sent {
  readonly code: Code;
  readonly from: number;
  /** Recipients for whom it has neither arrived nor been lost. */
  open: number;
}

interface Heard {
  readonly code: Code;
  readonly from: number;
  /** `seq` of the delivery. */
  readonly at: number;
}

interface Hearer {
  /** What it has heard and not yet planned after. */
  open: Heard[];
  /** By speaker. */
  readonly joint: readonly JointCounts[];
}

interface State {
  readonly coding: Coding;
  /** Messages on their way, by `seq`. */
  readonly sent: Map<number, Sent>;
  readonly hearers: readonly Hearer[];
}

/** Do hearers act on what they hear? Definition, unit, source and a worked example: the page below. */
export const instantaneousCoordination: Metric<State, EpisodeDependence> = {
  name: 'instantaneous-coordination',
  version: 3,
  reads: ['task.opened', 'message.sent', 'message.delivered', 'message.lost', 'plan.committed'],
  page: {
    summary: 'How much messages tell of what their hearers do next.',
    formula:
      'Each first delivery of a message to a hearer is paired with the first plan of the hearer that rests on an observation made after it. Codes, information, corrected, nullMean, excess and pValue as in `speaker-consistency`, for each pair of speaker and hearer by itself and averaged over these, weighted by pairs; the null deals the actions of such a pair out anew among its messages.',
    source:
      'Instantaneous coordination: Jaques et al. 2019 (Social influence as intrinsic motivation), Lowe et al. 2019 (On the pitfalls of measuring emergent communication). Coding, correction and null are ours.',
    notes:
      'A hearer who keeps its plan acts with its next one. Messages are coded as they were sent by who sent them, whatever the channel made of them: where contents are withheld or scrambled, this is the measure of a deaf listener. Dependence is not effect: both may follow what both see; `quorum probe` and the control conditions measure effect. In short episodes read excess and pValue, as there. Words are never read; channels without speech acts give null. State holds counts, pairs of seats × message codes × action codes, and the messages that are on their way.',
    example:
      'Seat 0 requests task 0 and task 1, each twice, of seat 1, who next commits to the task it was asked for (a perfect copier): pairs 4, information ln 2 = 0.6931, corrected ln 2 − 1/8 = 0.5681. A deaf seat 1 that commits to each task once after each request: information 0, corrected 0, pValue 1.',
  },
  columns: dependenceColumns,
  init: (header) => ({
    coding: createCoding(header),
    sent: new Map(),
    hearers: header.team.map(() => ({ open: [], joint: header.team.map(() => new Map()) })),
  }),
  step(state, event) {
    noteTask(state.coding, event);
    if (event.type === 'plan.committed') act(state, event);
    else noteTalk(state, event);
    return state;
  },
  result: ({ hearers }) => dependenceOf(hearers.flatMap(({ joint }) => joint)),
};

function noteTalk({ coding, sent, hearers }: State, event: QuorumEvent): void {
  if (event.type === 'message.sent') {
    const code = codeMessage(coding, event);
    if (code !== null) sent.set(event.seq, { code, from: event.seat, open: event.to.length });
    return;
  }
  const arrived = event.type === 'message.delivered' && event.copy === 1;
  if (!arrived && event.type !== 'message.lost') return;
  const [id = -1] = event.inputs;
  const message = sent.get(id);
  if (message === undefined) return;
  const { code, from } = message;
  if (arrived) hearers[event.seat]?.open.push({ code, from, at: event.seq });
  message.open -= 1;
  if (message.open <= 0) sent.delete(id);
}

function act({ coding, hearers }: State, { seat, task, observation }: PlanCommitted): void {
  const hearer = hearers[seat];
  if (hearer === undefined) return;
  const action = codeTask(coding, task);
  for (const { code, from, at } of hearer.open) {
    const joint = hearer.joint[from];
    if (at < observation && joint !== undefined) countPair(joint, code, action);
  }
  hearer.open = hearer.open.filter(({ at }) => at >= observation);
}
