/**
 * What the stand-in does about a failure that a notice tells of. Rules of the stand-in, the same for every seat; nothing
 * that was found out about language models. They go by the words of the notice alone.
 */
export interface FailureAdvice {
  /** Tasks that seats had better turn to. */
  readonly take: ReadonlyMap<number, string>;
  /** Tasks that seats had better leave for now. */
  readonly leave: ReadonlyMap<number, string>;
}

type Pairs = readonly (readonly [seat: number, task: string])[];

interface Reading {
  readonly sentence: RegExp;
  readonly read: (groups: Readonly<Record<string, string | undefined>>) => {
    readonly take?: Pairs;
    readonly leave?: Pairs;
  };
}

/** An id: no spaces, and signs that end a sentence or clause only inside. */
const ID = String.raw`[^\s,]*[^\s,.:;]`;
const SEATS = String.raw`agents? (?<seats>\d+(?:, \d+)*(?: and \d+)?)`;

const READINGS: readonly Reading[] = [
  // They stand at several tasks at once: all gather where the fewest are missing.
  {
    sentence: new RegExp(
      `^${SEATS} have been waiting for each other .*?: (?<shares>\\d+ of \\d+ at .*)`,
      'i',
    ),
    read: ({ seats, shares }) => ({ take: gather(numbers(seats), sharesOf(shares)) }),
  },
  // Nobody does anything: all gather at the first task that is named.
  {
    sentence: new RegExp(
      `^(?<task>${ID})(?:,.*| and \\d+ more)? (?:is|are) open, but none of ${SEATS} has`,
      'i',
    ),
    read: ({ seats, task }) => ({ take: together(numbers(seats), task) }),
  },
  // They go to and fro between two tasks and miss each other: both stay at the first in order.
  {
    sentence: new RegExp(
      `^${SEATS} change places .*?: agent \\d+ has given up (?<one>${ID}) and then (?<other>${ID}), agent`,
      'i',
    ),
    read: ({ seats, one = '', other = '' }) => ({
      take: together(numbers(seats), one < other ? one : other),
    }),
  },
  // Somebody asked and was not heard, or not followed: those who were asked take it over.
  {
    sentence: new RegExp(
      `^agent \\d+ asked ${SEATS} for (?:help at|something about) (?<task>${ID}) \\(`,
      'i',
    ),
    read: ({ seats, task }) => ({ take: together(numbers(seats), task) }),
  },
  // Somebody has tried again and again: it does something else first.
  {
    sentence: new RegExp(`^${SEATS} has tried (?<task>${ID}) \\d+ times`, 'i'),
    read: ({ seats, task }) => ({ leave: together(numbers(seats), task) }),
  },
];

/** Reads a notice line by line; what comes later counts. Sentences without a rule say nothing. */
export function adviceIn(notice: string): FailureAdvice {
  const found = notice.split('\n').flatMap((line) =>
    READINGS.flatMap(({ sentence, read }) => {
      const groups = sentence.exec(line)?.groups;
      return groups === undefined ? [] : [read(groups)];
    }),
  );
  return {
    take: new Map(found.flatMap(({ take = [] }) => take)),
    leave: new Map(found.flatMap(({ leave = [] }) => leave)),
  };
}

interface Share {
  readonly there: number;
  readonly required: number;
  readonly task: string;
}

/** Fills one task after the other, in the order of seats: first where the fewest are missing, then where the most are. */
function gather(seats: readonly number[], shares: readonly Share[]): Pairs {
  const free = [...seats];
  return shares
    .toSorted((a, b) => missing(a) - missing(b) || b.there - a.there || (a.task < b.task ? -1 : 1))
    .flatMap(({ required, task }) =>
      free.length < required ? [] : together(free.splice(0, required), task),
    );
}

const missing = ({ there, required }: Share): number => required - there;

const together = (seats: readonly number[], task = ''): Pairs => seats.map((seat) => [seat, task] as const);

function sharesOf(text = ''): Share[] {
  const shares = text.matchAll(new RegExp(`(\\d+) of (\\d+) at (${ID})`, 'g'));
  return [...shares].map(([, there, required, task = '']) => ({
    there: Number(there),
    required: Number(required),
    task,
  }));
}

const numbers = (text = ''): number[] => (text.match(/\d+/g) ?? []).map(Number);
