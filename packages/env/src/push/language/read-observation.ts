import { FACES, type Face } from '../faces.js';
import type { PushObservation, SeenBlock, SeenFace } from '../observation.js';
import { renderObservation } from '../observation-text.js';

const NUMBER = String.raw`(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)`;
const POINT = String.raw`\(${NUMBER}, ${NUMBER}\)`;

/** A pattern for a whole line, with numbers for `#` and points for `@`. */
const line = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replaceAll('@', POINT).replaceAll('#', NUMBER)}$`);

const CLOCK = line(String.raw`Scenario (\S+)\. Time # s, # s left\. Score #, # of # blocks delivered\.`);
const ARENA = line(String.raw`Arena # x # m; the goal strip begins at x = #\.`);
const SELF = line(
  String.raw`You are agent # in a team of #, at @: radius # m, force # N, speed # m/s(, holding a key)?\. ` +
    String.raw`Current action: (\S+)\.(?: You see # m far\.)?`,
);
const TEAMMATE = line('agent # at @');
const BLOCK = line(
  String.raw`  (\S+): weight (?:(unknown)|# \(needs # agents?\)), side # m, centre @, # m to the goal, ` +
    String.raw`way to the goal (?:clear|blocked by (.+?))(, locked)?`,
);
const FACE = line(String.raw`    (\w+): (?:no free place|push from (.+?))(?:, agents there: (.+))?`);

const POINTS = new RegExp(POINT, 'g');
const FACE_LINES = FACES.length;

/** Where a text stops being an observation. */
class Unreadable extends Error {}

function match(pattern: RegExp, text: string | undefined): readonly (string | undefined)[] {
  const found = text === undefined ? null : pattern.exec(text);
  if (found === null) throw new Unreadable();
  return found.slice(1);
}

/** The groups as numbers, those that took no part as NaN. */
const numbers = (groups: readonly (string | undefined)[]): number[] => groups.map((group) => Number(group));

function readFace(face: Face, text: string | undefined): SeenFace {
  const [name, points, seats] = match(FACE, text);
  if (name !== face) throw new Unreadable();
  const positions = [...(points ?? '').matchAll(POINTS)].map(([, x, y]) => [Number(x), Number(y)] as const);
  return { positions, seats: seats === undefined ? [] : seats.split(', ').map(Number) };
}

function readBlock(lines: readonly string[]): SeenBlock {
  const groups = match(BLOCK, lines[0]);
  const [id, unknown, weight, , side, x, y, distanceToGoal, ahead, locked] = groups;
  const blockers = ahead === undefined ? [] : ahead.split(', ');
  return {
    id: id ?? '',
    x: Number(x),
    y: Number(y),
    side: Number(side),
    weight: unknown === undefined ? Number(weight) : null,
    locked: locked !== undefined,
    distanceToGoal: Number(distanceToGoal),
    pathClear: blockers.length === 0,
    blockers,
    faces: Object.fromEntries(FACES.map((face, i) => [face, readFace(face, lines[1 + i])])) as Record<
      Face,
      SeenFace
    >,
  };
}

function readBlocks(lines: readonly string[]): SeenBlock[] {
  if (lines.length === 1 && lines[0] === 'No block in sight.') return [];
  const [title, ...rest] = lines;
  if (title !== 'Blocks:') throw new Unreadable();
  const blocks: SeenBlock[] = [];
  for (let from = 0; from < rest.length; from += 1 + FACE_LINES) {
    blocks.push(readBlock(rest.slice(from, from + 1 + FACE_LINES)));
  }
  return blocks;
}

function readTeammates(text: string | undefined): PushObservation['teammates'] {
  if (text === 'No teammate in sight.') return [];
  const listed = /^Teammates: (.+)\.$/.exec(text ?? '')?.[1];
  if (listed === undefined) throw new Unreadable();
  return listed.split('; ').map((teammate) => {
    const [seat = NaN, x = NaN, y = NaN] = numbers(match(TEAMMATE, teammate));
    return { seat, x, y };
  });
}

function readLines(lines: readonly string[]): PushObservation {
  const [scenario = '', ...clock] = match(CLOCK, lines[0]);
  const [seconds = NaN, secondsLeft = NaN, points = NaN, delivered = NaN, blocks = NaN] = numbers(clock);
  const [width = NaN, height = NaN, goalX = NaN] = numbers(match(ARENA, lines[1]));
  const [seat, seats, x, y, radius, force, speed, key, action, sight] = match(SELF, lines[2]);
  return {
    scenario,
    arena: { width, height, goalX },
    rules: { sightMeters: sight === undefined ? null : Number(sight), seats: Number(seats) },
    clock: { seconds, secondsLeft },
    self: {
      seat: Number(seat),
      x: Number(x),
      y: Number(y),
      forceNewtons: Number(force),
      radius: Number(radius),
      speed: Number(speed),
      hasKey: key !== undefined,
      action: action === 'none' || action === undefined ? null : action,
    },
    teammates: readTeammates(lines[3]),
    blocks: readBlocks(lines.slice(4)),
    score: { points, delivered, blocks },
  };
}

/** The observation that `renderObservation` has made this text of; null for any other text. */
export function readObservation(text: string): PushObservation | null {
  const trimmed = text.trim();
  try {
    const observation = readLines(trimmed.split('\n'));
    // Patterns are laxer than the text: only what would be told in the same words has been understood.
    return renderObservation(observation) === trimmed ? observation : null;
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}
