import { createDetection, type Finding, type GraphState } from '@quorum/metrics';
import type { EpisodeEnded, EpisodeHeader, QuorumEvent, WorldLayout } from '@quorum/events';
import { createActivations, stepActivations, type Activations } from './activations.js';
import { createBodies, stepBodies, type Bodies } from './bodies.js';
import { BodyClock } from './body-clock.js';
import { createLanes, stepLanes, type Lanes } from './lanes.js';
import { createMarks, stepMarks, type Marks } from './marks.js';
import { createTalk, stepTalk, type Talk } from './talk.js';
import { createTasks, stepTasks, type Tasks } from './tasks.js';
import { createTimeSpent, type TimeSpent } from './time-spent.js';
import { createVerdict, type Verdict } from './verdict.js';

/** All that the page shows of an episode, as far as its log has come. Grows with each event; nothing in it goes away. */
export interface EpisodeModel {
  readonly header: EpisodeHeader;
  /** Every event, by `seq`. */
  readonly events: readonly QuorumEvent[];
  readonly clock: BodyClock;
  layout: WorldLayout | null;
  readonly bodies: Bodies;
  readonly lanes: Lanes;
  readonly activations: Activations;
  readonly talk: Talk;
  readonly tasks: Tasks;
  readonly marks: Marks;
  readonly findings: readonly Finding[];
  /** The interaction graph as far as it has come. */
  readonly graph: GraphState;
  readonly timeSpent: TimeSpent;
  readonly verdict: Verdict;
  /** Last virtual time heard of, microseconds. */
  endTime: number;
  ended: EpisodeEnded | null;
  /** Pieces of observations and prompts, by hash. */
  readonly contents: ReadonlyMap<string, unknown>;
  push(event: QuorumEvent): void;
}

/** Starts the model of an episode. */
export function createEpisodeModel(header: EpisodeHeader): EpisodeModel {
  const events: QuorumEvent[] = [];
  const findings: Finding[] = [];
  const contents = new Map<string, unknown>();
  const detection = createDetection(header);
  return {
    header,
    events,
    clock: new BodyClock(),
    layout: null,
    bodies: createBodies(),
    lanes: createLanes(header.team.length),
    activations: createActivations(header.team.length),
    talk: createTalk(),
    tasks: createTasks(),
    marks: createMarks(),
    findings,
    graph: detection.graph,
    timeSpent: createTimeSpent(header),
    verdict: createVerdict(header),
    endTime: 0,
    ended: null,
    contents,
    push(event) {
      events.push(event);
      this.clock.push(event);
      this.endTime = event.time;
      if (event.type === 'world.layout') this.layout = event;
      if (event.type === 'episode.ended') this.ended = event;
      if (event.type === 'observation.content') contents.set(event.hash, event.content);
      stepBodies(this.bodies, event);
      stepLanes(this.lanes, event, events);
      stepActivations(this.activations, event);
      stepTalk(this.talk, event);
      stepTasks(this.tasks, event);
      stepMarks(this.marks, event, this.lanes);
      this.timeSpent.push(event);
      this.verdict.push(event);
      findings.push(...detection.push(event));
    },
  };
}
