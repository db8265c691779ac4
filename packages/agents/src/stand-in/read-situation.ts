import type { Json, JsonObject } from '@quorum/events';
import type { Observation, Scenario } from '@quorum/env';
import {
  readMemory,
  readMessages,
  readPlan,
  readRequest,
  readSections,
  readTalk,
  type PromptMemory,
  type PromptMessage,
  type PromptPlan,
  type PromptTalk,
  type RequestPurpose,
} from '../chat/prompt-sections.js';
import type { ModelRequest } from '../contract/model.js';
import { adviceIn } from './failure-notice.js';
import { hearActs } from './speech-acts.js';

/** What one seat sees and how its plan goes. */
export interface SeatSituation {
  readonly seat: number;
  /** Null where it could not be read, or is not told. */
  readonly observation: Observation | null;
  readonly plan: PromptPlan;
}

/** What a prompt tells, as data. */
export interface Situation {
  readonly purpose: RequestPurpose;
  /** Seats to plan for; empty unless one mind plans for several. */
  readonly seats: readonly number[];
  /** Virtual time, microseconds; to a tenth of a second. */
  readonly now: number;
  readonly own: SeatSituation;
  /** The whole team, in seat order; only where one mind plans for several. */
  readonly team: readonly SeatSituation[];
  readonly memory: PromptMemory;
  /** Messages that have just come in. */
  readonly news: readonly PromptMessage[];
  readonly talk: PromptTalk;
  /** What it has been told to repair its plan for; null where nothing has to be repaired. */
  readonly repair: RepairAdvice | null;
  /** A task that a notice tells it to leave for now, or null. */
  readonly leave: string | null;
}

/** Who had better do what, as far as a notice says so: tasks by seat. */
export type RepairAdvice = ReadonlyMap<number, string>;

type Sections = Readonly<Record<string, string>>;

/** Reads the prompt in a request; null when there is none. In a repair, the prompt is what comes before the answer. */
export function readSituation(scenario: Scenario, { messages }: ModelRequest): Situation | null {
  for (const { role, parts } of messages) {
    if (role !== 'user') continue;
    const sections = readSections(parts.join('\n\n'));
    const request = readRequest(sections['request'] ?? '');
    if (request !== null) return toSituation(scenario, sections, request);
  }
  return null;
}

function toSituation(
  scenario: Scenario,
  sections: Sections,
  { purpose, seats }: Pick<Situation, 'purpose' | 'seats'>,
): Situation {
  const talk = readTalk(sections['talk'] ?? '');
  const seatOf = (seat: number, suffix: string): SeatSituation => ({
    seat,
    observation: readObservation(scenario, sections, suffix),
    plan: readPlan(sections[`plan${suffix}`] ?? ''),
  });
  const { notice } = sections;
  const team = seats.length === 0 ? [] : talk.roles.map((_, seat) => seatOf(seat, `-${seat}`));
  return {
    purpose,
    seats,
    now: readClock(sections['clock'] ?? ''),
    own: team[talk.seat] ?? seatOf(talk.seat, ''),
    team,
    memory: readMemory(sections['memory'] ?? ''),
    news: readMessages(sections['messages'] ?? ''),
    talk,
    repair: notice === undefined ? null : readAdvice(notice),
    leave: adviceIn(notice ?? '').leave.get(talk.seat) ?? null,
  };
}

function readAdvice(notice: string): RepairAdvice {
  const asked = hearActs(notice).flatMap((act) =>
    act.act === 'request' ? [[act.of, act.task] as const] : [],
  );
  return new Map([...adviceIn(notice).take, ...asked]);
}

/** Told as JSON or in sentences. */
function readObservation(scenario: Scenario, sections: Sections, suffix: string): Observation | null {
  const json = sections[`situation-json${suffix}`];
  if (json !== undefined) return parseObject(json);
  return scenario.language.read(sections[`situation${suffix}`] ?? '');
}

function parseObject(text: string): JsonObject | null {
  try {
    const value = JSON.parse(text) as Json;
    return typeof value === 'object' && !Array.isArray(value) ? (value as JsonObject | null) : null;
  } catch {
    return null;
  }
}

function readClock(text: string): number {
  const seconds = /^Now: (\d+\.\d) s/.exec(text)?.[1];
  return seconds === undefined ? 0 : Math.round(Number(seconds) * 10) * 100_000;
}

/** Whether others work under a seat of this role. */
export const isSuperior = (role: string | undefined): boolean => role === 'leader' || role === 'lieutenant';

/** Whether it is on the seat to say who does what: superiors, and those who speak first. */
export function leads({ talk, own }: Situation): boolean {
  const role = talk.roles[own.seat];
  return isSuperior(role) || role === 'speaker 1';
}
