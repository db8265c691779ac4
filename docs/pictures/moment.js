import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { frameAt, QuorumError, seekPoints } from '@quorum/events';
import { assertComplete, readLog } from '@quorum/events/node';

/** Everything that the log says about one tick. */
export function readMoment(folder, tick) {
  const path = join(folder, 'events.jsonl');
  const log = readLog(path);
  assertComplete(log, path);
  const frames = readFileSync(join(folder, 'frames.bin'));
  const points = seekPoints(frames);
  const poseOf = (frame, body) => frame?.poses.find((pose) => pose.body === body);
  const moment = { header: log.header, bodies: [], ways: new Map(), tasks: new Map(), score: 0, max: 0 };
  for (const event of log.events) {
    if (event.type === 'episode.ended') moment.max = event.maxScore;
    if (event.tick <= tick)
      takeIn(moment, event, (body) => poseOf(frameAt(frames, points, event.tick), body));
  }
  const frame = frameAt(frames, points, tick);
  if (frame === null)
    throw new QuorumError('USAGE', `There is no frame at tick ${tick}; the first one is at tick 3.`);
  const bodies = moment.bodies.map((body, number) => {
    const { x, y } = poseOf(frame, number) ?? body;
    return { ...body, x, y };
  });
  return { ...moment, bodies, frame };
}

function takeIn(moment, event, poseOf) {
  const { bodies, ways, tasks } = moment;
  switch (event.type) {
    case 'world.layout':
      moment.layout = event;
      break;
    case 'world.bodyAdded':
      bodies.push({ ...event });
      break;
    case 'action.path': {
      const number = bodies.findIndex(({ seat }) => seat === event.seat);
      const { x, y } = poseOf(number) ?? bodies[number];
      ways.set(event.seat, [[x, y], ...event.path]);
      break;
    }
    case 'action.ended':
      ways.delete(event.seat);
      break;
    case 'constraint.changed':
    case 'constraint.force': {
      const task = tasks.get(event.task) ?? {};
      tasks.set(event.task, { ...task, [event.constraint ?? 'force']: event });
      break;
    }
    case 'task.closed':
      tasks.delete(event.task);
      break;
    case 'score.changed':
      moment.score = event.total;
      break;
  }
}
