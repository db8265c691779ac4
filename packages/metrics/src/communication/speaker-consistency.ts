import type { Metric } from '../metric.js';
import { codeMessage, codeTask, createCoding, noteTask, type Code, type Coding } from './coding.js';
import { dependenceColumns } from './dependence-columns.js';
import { dependenceOf, type EpisodeDependence } from './dependence.js';
import { countPair, type JointCounts } from './joint-counts.js';

interface Speaker {
  /** Messages that no plan of the speaker has followed yet. */
  open: Code[];
  readonly joint: JointCounts;
}

interface State {
  readonly coding: Coding;
  readonly speakers: readonly Speaker[];
}

/** Do speakers do what they say? Definition, unit, source and a worked example: the page below. */
export const speakerConsistency: Metric<State, EpisodeDependence> = {
  name: 'speaker-consistency',
  version: 3,
  reads: ['task.opened', 'message.sent', 'plan.committed'],
  page: {
    summary: 'How much messages tell of what their own speakers do next.',
    formula:
      'Each `message.sent` is paired with the first plan that its sender commits at that moment or later. Message code m = speech act × referent (number of the task it is about, else the one seat it is for, else nothing); action code a = number of the task that the plan serves, or none. For each speaker, information = Σ p(m, a) · ln (p(m, a) / (p(m) · p(a))) from relative frequencies; corrected = information − (kM − 1) · (kA − 1) / 2n, not below 0, with kM message codes and kA action codes seen in n pairs; both averaged over speakers, weighted by pairs. nullMean = mean of information over 199 random deals of a speaker’s actions among its messages (fixed seed); excess = information − nullMean; pValue = (deals with at least as much + 1) / 200.',
    source:
      'Speaker consistency: Jaques et al. 2019 (Social influence as intrinsic motivation), Lowe et al. 2019 (On the pitfalls of measuring emergent communication). Coding, correction and null are ours.',
    notes:
      'Words are never read. Channels without speech acts (`form: free`) give null. Dependence is not effect: a speaker may be consistent and nobody heed it. The correction takes away what independent codes give on average in a large sample, from a perfectly consistent speaker too. Where most codes are seen once or twice, as in short episodes, information is near its maximum for nothing and the correction is no longer good, mostly too large: excess and pValue are then the numbers to read, and those of all episodes of a condition together (in `quorum report`) rather than of one. State holds counts, speakers × message codes × action codes; the null needs no more.',
    example:
      'Seat 0 says four times which task it commits to next: twice task 0, twice task 1, as announced: pairs 4, information ln 2 = 0.6931, corrected ln 2 − 1/8 = 0.5681. A speaker who announces each task twice and then does each once tells nothing: information 0, corrected 0, pValue 1.',
  },
  columns: dependenceColumns,
  init: (header) => ({
    coding: createCoding(header),
    speakers: header.team.map(() => ({ open: [], joint: new Map() })),
  }),
  step(state, event) {
    const { coding, speakers } = state;
    noteTask(coding, event);
    if (event.type === 'message.sent') {
      const code = codeMessage(coding, event);
      if (code !== null) speakers[event.seat]?.open.push(code);
    } else if (event.type === 'plan.committed') {
      const speaker = speakers[event.seat];
      if (speaker === undefined) return state;
      const action = codeTask(coding, event.task);
      for (const code of speaker.open) countPair(speaker.joint, code, action);
      speaker.open = [];
    }
    return state;
  },
  result: ({ speakers }) => dependenceOf(speakers.map(({ joint }) => joint)),
};
