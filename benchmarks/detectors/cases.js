/** Where episodes are played: teams of stand-ins. Horizons in seconds of body time, long enough for every fault to show. */
const WORLDS = {
  led: { scenario: 'push-nine-v0', structure: 'centralized', horizonSeconds: 90 },
  free: { scenario: 'push-nine-v0', structure: 'decentralized', horizonSeconds: 90 },
  /** With words to spare. */
  open: {
    scenario: 'push-nine-v0',
    structure: 'decentralized',
    horizonSeconds: 90,
    channel: { messages: 12 },
  },
  /** Agents see 12 m and tell each other what is farther away: something to claim. */
  sight: {
    scenario: 'push-nine-v0',
    structure: 'centralized',
    horizonSeconds: 90,
    options: { sightMeters: 12 },
  },
};

/**
 * Faults with the parameters that thresholds are tuned on and others that they have never seen, and the detectors that
 * should see them.
 */
export const FAULTS = [
  {
    label: 'drop-recipient',
    world: 'led',
    expected: ['orphan'],
    development: { seat: 0 },
    unseen: { seat: 0, share: 0.9, fromSeconds: 14 },
  },
  {
    label: 'crash, whole team',
    fault: 'crash',
    world: 'led',
    expected: ['deadlock'],
    development: { count: 3 },
    unseen: { count: 3, fromSeconds: 13 },
  },
  {
    label: 'crash, one of three',
    fault: 'crash',
    world: 'led',
    expected: ['dropout', 'handoff-drop', 'physical-deadlock', 'deadlock'],
    development: { count: 1 },
    unseen: { count: 1, fromSeconds: 18 },
  },
  {
    label: 'mute',
    world: 'led',
    expected: [],
    development: { seat: 0 },
    unseen: { seat: 2, fromSeconds: 9 },
  },
  {
    label: 'delay',
    world: 'led',
    // Old words mislead no stand-in: it looks at the world before it plans. What is seen is that they are late.
    expected: ['orphan'],
    development: { seat: 0, seconds: 20 },
    unseen: { seat: 0, seconds: 30, fromSeconds: 11 },
  },
  {
    label: 'duplicate-task',
    world: 'led',
    expected: ['duplicate-effort'],
    development: {},
    unseen: { fromSeconds: 9 },
  },
  {
    label: 'early-submit',
    world: 'free',
    expected: ['early-termination', 'false-claim'],
    development: {},
    unseen: { fromSeconds: 16 },
  },
  {
    label: 'reroute-ring',
    world: 'open',
    expected: ['excessive-rerouting'],
    development: { hops: 5 },
    unseen: { hops: 6, fromSeconds: 14 },
  },
  {
    label: 'circular-wait',
    world: 'free',
    // Who is sent back to the same wait again and again tries in vain, whether or not others wait elsewhere by then.
    expected: ['physical-deadlock', 'livelock'],
    development: {},
    unseen: { times: 6, fromSeconds: 10 },
  },
  {
    label: 'circular-wait, two of three',
    fault: 'circular-wait',
    world: 'free',
    // The third seat can break the circle, and often does.
    expected: ['physical-deadlock', 'livelock'],
    development: { size: 2 },
    unseen: { size: 2, fromSeconds: 15 },
  },
  {
    label: 'ignore-request',
    world: 'led',
    expected: ['handoff-drop'],
    development: { seat: 0 },
    unseen: { seat: 0, fromSeconds: 17 },
  },
  {
    label: 'over-ask',
    world: 'led',
    expected: ['repeated-subproblem'],
    development: { seat: 0 },
    unseen: { seat: 0, fromSeconds: 11 },
  },
  {
    label: 'swap-places',
    world: 'led',
    expected: ['livelock'],
    development: {},
    unseen: { seconds: 6, fromSeconds: 13 },
  },
  {
    label: 'lying-claim',
    world: 'sight',
    expected: ['false-claim'],
    development: { seat: 0, by: 1 },
    unseen: { seat: 0, by: 2, share: 0.65, fromSeconds: 6 },
  },
];

/** Teams that fail although nothing is injected and nobody fails another: no time, no plan, no answer in format. */
const FAILING = [
  { label: 'no time', world: 'led', change: { horizonSeconds: 20 } },
  { label: 'random', world: 'led', change: { structure: 'individual', team: 'random' } },
  { label: 'out of format', world: 'led', change: { modelOptions: { formatErrorRate: 0.7 } } },
];

const AGENTS = 3;

/**
 * All episodes of one phase.
 *
 * @param {'development' | 'unseen'} phase
 * @param {readonly number[]} seeds
 */
export function casesOf(phase, seeds) {
  const kinds = [
    ...Object.keys(WORLDS).map((world) => ({ kind: 'clean', label: world, world, change: {} })),
    ...FAILING.map((control) => ({ kind: 'failing', ...control })),
    ...FAULTS.map(({ label, fault = label, world, ...one }) => {
      const change = { fault: { name: fault, options: { fromSeconds: 5, ...one[phase] } } };
      return { kind: 'fault', label, world, change };
    }),
  ];
  return ['barrier', 'async'].flatMap((mode) =>
    kinds.flatMap(({ kind, label, world, change }) =>
      seeds.map((seed) => ({ kind, label, world, mode, seed, spec: specOf(world, mode, seed, change) })),
    ),
  );
}

function specOf(world, mode, seed, { team = 'chat', ...change }) {
  return {
    options: {},
    ...WORLDS[world],
    repeat: 1,
    seed,
    team: Array.from({ length: AGENTS }, () => team),
    clock: { mode, profile: 'reference-v1', timeScale: 1 },
    ...change,
  };
}
