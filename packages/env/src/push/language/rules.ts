import { AGENT_FORCE_NEWTONS, AGENT_SPEED } from '../../physics/constants.js';
import { taskOf } from '../faces.js';

/** What moves the bodies: physics, or a rule on cells of one metre. */
export type PushMechanics = 'physics' | 'grid';

const PHYSICS = `Pushing is physical. Agents are discs, blocks are square boxes that resist with ground friction and never turn. A block of weight w moves when w agents push the same face at the same time, each with ${AGENT_FORCE_NEWTONS} N; with fewer it does not move at all. An agent right behind another that pushes counts as well. A block that is pressed against others in the direction of the push has to move them too: their weights add up. Pushing along while others push in the opposite direction takes force away. An agent that walks pushes nothing; walkers cannot pass through blocks, walls or other agents.`;

const GRID = `The world is a grid of cells of 1 m; agents take one cell, blocks as many as their side, and everything moves at once, one cell every 2/3 s. A block of weight w moves when w agents push the same face in the same step, lined up without a gap; with fewer it does not move at all. A block right behind which others stand in the direction of the push has to move them too: their weights add up. An agent that walks pushes nothing; walkers cannot pass through blocks, walls or other agents.`;

const ACTIONS = `Actions, as JSON. Each ends with "success" or with a reason for its failure:
- {"type":"moveToFace","block":"b3","face":"left"}: walk to a free place to push that face from. Fails: invalid_target (no such block, or nobody can stand there), target_gone (the block was delivered), no_path, obstructed (all places taken or the way is barred).
- {"type":"rendezvous","block":"b3","face":"left","count":2,"timeout":30}: hold the place at that face until "count" agents are there to push or wait like this, so that all start together; at most "timeout" seconds (up to 120). Fails: no_contact (not at that face), timeout, invalid_target, target_gone.
- {"type":"push","block":"b3","meters":4.5}: push the face in front of you straight on until the block has moved that far (up to 100 m) or is delivered. Fails: insufficient_force (too few agents for 3 s), blocked_destination (blocks or the wall ahead), no_contact (not at the face), wrong_block (another block is in between), missing_capability (locked), invalid_target, target_gone.
- {"type":"yieldBlock","block":"b3","meters":1}: back away from the block, straight from the nearest face. Fails: invalid_target, target_gone, no_path, obstructed.
- {"type":"navigate","x":3.5,"y":7}: walk to a point, round blocks and agents. Fails: invalid_target (nobody can stand there), no_path, obstructed.
- {"type":"move","direction":"up","meters":1}: walk straight on ("left", "right", "up" or "down"). Fails: obstructed.
- {"type":"wait","seconds":2}: stand still (up to 120 s).
- {"type":"waitAgents","count":2,"timeout":10}: stand still until "count" agents, you among them, wait like this. Fails: timeout.
Any action also ends with "replaced" when another takes its place.`;

const CLAIMS = `Claims, as JSON, for messages that may carry them (places are those of centres, true within half a metre):
- {"type":"blockWeight","block":"b3","weight":2}
- {"type":"blockAt","block":"b3","x":5,"y":7.5} or, with its side in metres, {"type":"blockAt","block":"b3","x":5,"y":7.5,"side":2}
- {"type":"blockDelivered","block":"b3"}
- {"type":"seatAt","seat":1,"x":0.5,"y":3.5}: where an agent is`;

/** The rules of `push` for players. */
export function pushRules(seats: number, mechanics: PushMechanics): string {
  const team = seats === 1 ? 'one agent, number 0' : `${seats} agents, numbered 0 to ${seats - 1}`;
  return [
    `Goal. A team of ${team}, moves blocks into the goal strip along the right wall before the time is up. A block that ` +
      `touches the strip is delivered: it leaves the world and scores its weight. Nothing else scores. Agents cannot ` +
      `enter the strip.`,
    `Places are (x, y) in metres from the bottom left corner, x to the right, y up. Each block has an id (b1, b2, …), a ` +
      `centre, a side and a weight. Its weight is the number of agents it takes and the points it gives; an agent may ` +
      `not know the weight of every block. Where sight is limited, you see only what is within it; the observation ` +
      `then says how far that is.`,
    mechanics === 'physics' ? PHYSICS : GRID,
    `Faces. A block has four faces: left, right, top and bottom. A push moves it away from the pushed face: a push on ` +
      `the left face moves it right, towards the goal; a push on the top face moves it down. A face has room for several ` +
      `agents side by side; the observation lists the free places. Walking speed is ${AGENT_SPEED} m/s, and blocks move ` +
      `hardly slower. A locked block moves only after an agent that holds a key has begun to push it.`,
    `Tasks. Each face of each block is a task, named block/face: "${taskOf('b3', 'left')}" is pushing b3 to the goal. Agents ` +
      `with the same task work together.`,
    ACTIONS,
    CLAIMS,
  ].join('\n\n');
}
