/** Fields that say what a condition is; two conditions are compared when they differ in one of them. */
const FIELDS = [
  'scenario',
  'agents',
  'structure',
  'communication',
  'sightMeters',
  'compliance',
  'formatErrorRate',
  'loss',
  'timeScale',
];

/** Pairs that share all fields but `varied` (of which a and b have the given values) and those that `follow` from it. */
function pairs(conditions, varied, valueA, valueB, follow = []) {
  const same = FIELDS.filter((field) => field !== varied && !follow.includes(field));
  return conditions
    .filter(({ row }) => row[varied] === valueA)
    .flatMap((a) =>
      conditions
        .filter(({ row }) => row[varied] === valueB && same.every((field) => row[field] === a.row[field]))
        .map((b) => ({
          comparison: `${valueA} − ${valueB}`,
          ...Object.fromEntries(
            FIELDS.filter((field) => field !== varied && field in a.row).map((field) => [
              field,
              a.row[field],
            ]),
          ),
          a,
          b,
        })),
    );
}

const values = (conditions, field) => [...new Set(conditions.map(({ row }) => row[field]))];

/** Every point of an axis against its first. */
function againstFirst(conditions, axis) {
  const [first, ...others] = values(conditions, axis).sort((a, b) => a - b);
  return others.flatMap((value) =>
    pairs(conditions, axis, value, first).map((pair) => ({
      axis,
      ...pair,
      comparison: `${axis} ${pair.comparison}`,
    })),
  );
}

// Without talk every structure is the same team, so that one condition without talk stands beside all of them.
const silent = (conditions) => pairs(conditions, 'communication', 'talk', 'no-comm', ['structure']);
const necessity = (conditions) =>
  pairs(conditions, 'communication', 'shared-observation', 'no-comm', ['structure']);

/** Pairs of structures at every scale of thinking time. */
function structures(conditions) {
  const names = values(conditions, 'structure');
  return names.flatMap((a, i) =>
    names.slice(i + 1).flatMap((b) => pairs(conditions, 'structure', a, b, ['communication'])),
  );
}

const OF_SUITE = {
  'check-necessity-v0': necessity,
  'check-necessity-cube-v0': necessity,
  'check-necessity-sight-v0': necessity,
  'check-talk-v0': (conditions) => [
    ...pairs(conditions, 'communication', 'talk', 'silent-matched'),
    ...silent(conditions),
  ],
  'check-sight-v0': (conditions) => [...silent(conditions), ...againstFirst(conditions, 'sightMeters')],
  'check-compliance-v0': (conditions) => againstFirst(conditions, 'compliance'),
  'check-format-errors-v0': (conditions) => againstFirst(conditions, 'formatErrorRate'),
  'check-loss-v0': (conditions) => againstFirst(conditions, 'loss'),
  'check-time-scale-v0': (conditions) => [
    ...structures(conditions),
    ...againstFirst(conditions, 'timeScale'),
  ],
};

/** The comparisons that a suite was made for, each between two of its conditions: `{ comparison, …, a, b }`. */
export function comparisons(suite, conditions) {
  return OF_SUITE[suite]?.(conditions) ?? [];
}
