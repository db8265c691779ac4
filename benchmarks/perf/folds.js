import { Buffer } from 'node:buffer';
import { createHeader, runEpisode } from '@quorum/agents';
import { runFolds, startFolds } from '@quorum/events';
import { createEventLog, createLogParser } from '@quorum/events/node';
import { metrics } from '@quorum/metrics';
import { withStandIn } from '../../packages/cli/dist/models/with-stand-in.js';
import { memoryLog } from './episode.js';
import { heapAfterCollection, interleave, median, medianRatio } from './measure.js';

const ROUNDS = 9;
/** Passes before any is timed: a run has hundreds of episodes, and the first passes are mostly the compiling of code. */
const WARM_UPS = 10;
/** Thinking with the stand-in takes seconds of processor time for each team. */
const ONLINE_ROUNDS = 7;
const TEAMS = [3, 6].flatMap((agents) =>
  ['debate', 'centralized'].map((structure) => ({ agents, structure })),
);
/** How many times as long a log is made to see what grows with it, and runs at once to measure it. */
const LAPS = 8;
const COPIES = 20;
const models = withStandIn(null);

/** Header of a team of `chat` agents that think with the stand-in. */
function chatHeader({ agents, structure }, seed) {
  return createHeader({
    scenario: 'push-nine-v0',
    options: {},
    seed,
    repeat: 1,
    team: Array.from({ length: agents }, () => 'chat'),
    structure,
    clock: { mode: 'barrier', profile: 'reference-v1', timeScale: 1 },
  });
}

/** Plays an episode and reads its log: folds are fed events that came out of a file, as `quorum metrics` does. */
async function readPlayed(header) {
  const pieces = [];
  const log = createEventLog(header, (text) => pieces.push(text));
  await runEpisode(header, { log, models });
  const parser = createLogParser({ validate: false });
  const events = parser.push(Buffer.from(pieces.join('')));
  parser.end();
  if (!parser.complete) throw new Error(`The bench log was not read: ${parser.damage?.problem}`);
  return { header, events };
}

/** Plays an episode; `folds` follow it as they do in `quorum run`. */
async function playWith(folds, header) {
  const run = startFolds(folds, header);
  const text = memoryLog(header);
  const log = {
    append(draft, tick, timeMicros) {
      const event = text.append(draft, tick, timeMicros);
      run.push(event);
      return event;
    },
  };
  await runEpisode(header, { log, models });
  run.results();
}

async function measureOnePass(rounds, seeds) {
  const logs = [];
  for (const team of TEAMS) for (const seed of seeds) logs.push(await readPlayed(chatHeader(team, seed)));
  const count = logs.reduce((sum, { events }) => sum + events.length, 0);
  const fold = () => {
    for (const { header, events } of logs) runFolds(metrics, header, events);
  };
  for (let pass = 0; pass < WARM_UPS; pass++) fold();
  const [times] = await interleave(rounds, [fold]);
  return {
    name: `folds: all ${metrics.length} metrics in one pass`,
    value: Math.round((count / median(times)) * 1000),
    unit: 'events/s',
    atLeast: 150_000,
    note: `${logs.length} logs of 3 and 6 chat agents, ${Math.round(count / logs.length)} events each, results included, after ${WARM_UPS} passes`,
  };
}

async function measureOnline(rounds) {
  const headers = TEAMS.map((team) => chatHeader(team, 1));
  const playAll = (folds) => async () => {
    for (const header of headers) await playWith(folds, header);
  };
  const [without, withAll] = await interleave(rounds, [playAll([]), playAll(metrics)]);
  return {
    name: 'folds: episode with all metrics over one with none',
    value: medianRatio(withAll, without),
    unit: 'x',
    atMost: 1.1,
    note: `${headers.length} episodes of 3 and 6 chat agents with the stand-in`,
  };
}

/**
 * The events of a log again and again, as one long log: later, and with links, messages and contents of their own.
 * The end comes last.
 */
function* repeatLog(events, times) {
  const end = events.at(-1);
  for (let lap = 0; lap < times; lap++) {
    const later = (seq) => seq + lap * (events.length - 1);
    const renamed = (hash) => `${hash}-${lap}`;
    for (const event of events) {
      if (event === end && lap < times - 1) continue;
      const { seq, tick, time, inputs, type } = event;
      yield {
        ...event,
        seq: later(seq),
        tick: tick + lap * end.tick,
        time: time + lap * end.time,
        inputs: inputs.map(later),
        ...(type === 'plan.committed' && { observation: later(event.observation) }),
        ...(type === 'observation.content' && { hash: renamed(event.hash) }),
        ...(type === 'observation.shown' && {
          parts: Object.fromEntries(Object.entries(event.parts).map(([part, hash]) => [part, renamed(hash)])),
        }),
        ...(type === 'model.called' && {
          prompt: event.prompt.map((piece) => ({ ...piece, part: renamed(piece.part) })),
        }),
      };
    }
  }
}

/** Bytes that `folds` keep at the end of a log that is `times` as long; a mean, since the heap of a process wavers. */
function keptBytes(folds, { header, events }, times) {
  const runs = [];
  const before = heapAfterCollection();
  for (let copy = 0; copy < COPIES; copy++) {
    const run = startFolds(folds, header);
    for (const event of repeatLog(events, times)) run.push(event);
    runs.push(run);
  }
  return (heapAfterCollection() - before) / runs.length;
}

async function measureMemory() {
  const log = await readPlayed(chatHeader({ agents: 6, structure: 'debate' }, 1));
  const growing = metrics.filter(({ page }) => page.grows !== undefined);
  const steady = metrics.filter(({ page }) => page.grows === undefined);
  keptBytes(metrics, log, LAPS); // What the first run leaves behind (compiled code) is no state.
  const [once, often] = [1, LAPS].map((times) => keptBytes(steady, log, times));
  const [onceGrowing, oftenGrowing] = [1, LAPS].map((times) => keptBytes(growing, log, times));
  const kilobytes = (bytes) => `${Math.round(bytes / 1000)} kB`;
  return [
    {
      name: `folds: memory of the ${steady.length} that must not grow, log ${LAPS} times as long`,
      value: often / once,
      unit: 'x',
      atMost: 1.5,
      note: `${kilobytes(once)} after ${log.events.length} events, ${kilobytes(often)} after ${LAPS} times as many`,
    },
    {
      name: `folds: memory of the ${growing.length} that may grow, log ${LAPS} times as long`,
      value: oftenGrowing / onceGrowing,
      unit: 'x',
      note: `${kilobytes(onceGrowing)} and ${kilobytes(oftenGrowing)}: ${growing.map(({ name }) => name).join(', ')}`,
    },
  ];
}

/** What metrics cost: over logs of teams that talk, while such a team plays, and in memory. */
export async function bench({ quick = false } = {}) {
  return [
    await measureOnePass(quick ? 3 : ROUNDS, quick ? [1] : [1, 2, 3]),
    await measureOnline(quick ? 2 : ONLINE_ROUNDS),
    ...(await measureMemory()),
  ];
}
