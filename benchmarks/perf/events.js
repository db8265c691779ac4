import { Buffer } from 'node:buffer';
import { createHeader } from '@quorum/agents';
import { createFrameEncoder, decodeFrames } from '@quorum/events';
import { createEventLog, createLogParser } from '@quorum/events/node';
import { interleave, median } from './measure.js';

const ROUNDS = 9;
const CHUNK_BYTES = 262_144;
/** Events of about ten episodes of push-nine with three agents, and their frames. */
const EVENTS = 30_000;
const FRAMES = 3000;

const header = createHeader({
  scenario: 'push-nine-v0',
  options: {},
  seed: 1,
  repeat: 1,
  team: ['greedy', 'greedy', 'greedy'],
  structure: 'individual',
  clock: { mode: 'barrier', profile: 'zero-v1', timeScale: 1 },
});

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

/** Speed of logs and frames. */
export async function bench({ quick = false } = {}) {
  const log = Buffer.from(writeLog().join(''));
  const frames = makeFrames();
  const frameBytes = Buffer.concat(encodeFrames(frames));
  const cases = [
    {
      name: 'log: events parsed',
      unit: 'events/s',
      count: EVENTS,
      atLeast: 300_000,
      run: () => readLog(log, false),
    },
    {
      name: 'log: events parsed and validated',
      unit: 'events/s',
      count: EVENTS,
      atLeast: 100_000,
      run: () => readLog(log, true),
    },
    { name: 'log: events written with digest', unit: 'events/s', count: EVENTS, run: () => writeLog() },
    { name: 'frames: encoded', unit: 'frames/s', count: FRAMES, run: () => encodeFrames(frames) },
    { name: 'frames: decoded', unit: 'frames/s', count: FRAMES, run: () => decodeAll(frameBytes) },
  ];
  const times = await interleave(
    quick ? 3 : ROUNDS,
    cases.map(({ run }) => run),
  );
  const perEvent = `${Math.round(log.length / EVENTS)} bytes per event`;
  const perFrame = `24 bodies, ${Math.round(frameBytes.length / FRAMES)} bytes per frame`;
  return cases.map(({ name, unit, count, atLeast }, i) => ({
    name,
    unit,
    value: Math.round((count / median(times[i])) * 1000),
    ...(atLeast && { atLeast }),
    note: unit === 'frames/s' ? perFrame : perEvent,
  }));
}
