import { Buffer } from 'node:buffer';
import { performance } from 'node:perf_hooks';
import { createFrameEncoder, decodeFrames } from '@quorum/events';
import { createEventLog, createLogParser } from '@quorum/events/node';

const ROUNDS = 9;
const CHUNK_BYTES = 262_144;
/** Events of about ten episodes of push-nine with three agents, and their frames. */
const EVENTS = 30_000;
const FRAMES = 3000;

const header = {
  format: 'quorum-log/1',
  scenario: 'push-nine-v0',
  options: {},
  seed: 1,
  repeat: 1,
  team: [{ agent: 'greedy', modelKind: 'scripted', options: {} }],
  structure: 'individual',
  clock: { mode: 'barrier', profile: 'zero-v1', timeScale: 1 },
  horizonTicks: 3600,
  deadlineMicros: null,
  versions: { engine: 'bench' },
};

/** Events as they come in an episode of `push`: mostly constraints, paths and stages, one state hash in forty. */
function draft(i) {
  const inputs = i === 0 ? [] : [i - 1];
  const task = `block-${i % 9}:west`;
  if (i % 40 === 0) return { type: 'world.hash', inputs: [], state: '0123456789abcdef0123456789abcdef' };
  if (i % 10 === 1) {
    const path = [
      [1.25, 3.5],
      [2.125, 7.103515625],
      [9.5, 7.25],
    ];
    return { type: 'action.path', inputs, seat: i % 3, path };
  }
  if (i % 10 === 2) return { type: 'activation.stage', inputs, seat: i % 3, stage: 'X' };
  if (i % 10 === 3) {
    const actions = [{ type: 'push', block: 'block-1', face: 'west', meters: 4.5 }];
    return { type: 'plan.committed', inputs, seat: i % 3, task, actions, observation: 0 };
  }
  if (i % 10 < 6) return { type: 'constraint.force', inputs, task, forceShare: 0.85 };
  const seats = [0, 2];
  return { type: 'constraint.changed', inputs, task, constraint: 'spatial', count: 2, required: 3, seats };
}

function writeLog() {
  const pieces = [];
  const log = createEventLog(header, (text) => pieces.push(text));
  for (let i = 0; i < EVENTS - 1; i++) log.append(draft(i), i, i * 16_667);
  log.append(
    { type: 'episode.ended', inputs: [], status: 'horizon', score: 9, maxScore: 18 },
    EVENTS,
    EVENTS * 16_667,
  );
  return pieces;
}

function readLog(bytes, validate) {
  const parser = createLogParser({ validate });
  let events = 0;
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    events += parser.push(bytes.subarray(at, at + CHUNK_BYTES)).length;
  }
  parser.end();
  if (!parser.complete || events !== EVENTS)
    throw new Error(`The bench log was not read: ${parser.damage?.problem}`);
}

/** 8 agents walking, 16 blocks of which two are being pushed. */
function makeFrames() {
  return Array.from({ length: FRAMES }, (_, i) => ({
    tick: 3 * i,
    poses: Array.from({ length: 24 }, (_, body) => {
      const step = body < 10 ? i / 200 : 0;
      return { body, x: 1 + (body % 5) + step, y: 1 + body / 3, angle: (body * i) % 7 };
    }).map((pose) => (pose.body < 10 ? pose : { ...pose, angle: 0 })),
    contacts: Array.from({ length: 4 }, (_, k) => ({ bodyA: k, bodyB: 10 + k, force: 10 + k })),
  }));
}

function encodeFrames(frames) {
  const encoder = createFrameEncoder();
  return frames.map((frame) => encoder.push(frame));
}

function decodeAll(bytes) {
  let frames = 0;
  for (const frame of decodeFrames(bytes)) frames += frame.poses.length > 0 ? 1 : 0;
  if (frames !== FRAMES) throw new Error('The bench frames were not read.');
}

function seconds(work) {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Speed of logs and frames: median of interleaved rounds after one to warm up. */
export async function bench() {
  const log = Buffer.from(writeLog().join(''));
  const frames = makeFrames();
  const frameBytes = Buffer.concat(encodeFrames(frames));
  const cases = [
    {
      name: 'events: parsed',
      unit: 'events/s',
      count: EVENTS,
      target: 300_000,
      run: () => readLog(log, false),
    },
    {
      name: 'events: validated',
      unit: 'events/s',
      count: EVENTS,
      target: 100_000,
      run: () => readLog(log, true),
    },
    { name: 'events: written with digest', unit: 'events/s', count: EVENTS, run: () => writeLog() },
    { name: 'frames: encoded', unit: 'frames/s', count: FRAMES, run: () => encodeFrames(frames) },
    { name: 'frames: decoded', unit: 'frames/s', count: FRAMES, run: () => decodeAll(frameBytes) },
  ];
  const times = cases.map(() => []);
  for (let round = 0; round <= ROUNDS; round++) {
    cases.forEach(({ run }, i) => {
      const time = seconds(run);
      if (round > 0) times[i].push(time);
    });
  }
  const perEvent = `${Math.round(log.length / EVENTS)} bytes per event`;
  const perFrame = `24 bodies, ${Math.round(frameBytes.length / FRAMES)} bytes per frame`;
  return cases.map(({ name, unit, count, target }, i) => ({
    name,
    unit,
    value: Math.round(count / median(times[i])),
    note: `${unit === 'frames/s' ? perFrame : perEvent}${target === undefined ? '' : `; target ${target}`}`,
  }));
}
