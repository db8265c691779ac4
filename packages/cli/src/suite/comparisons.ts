import type { Cell } from './cells.js';
import type { FieldPath } from './suite-source.js';
import type { Suite } from './suite-schema.js';

/** Two conditions of a run that are compared seed by seed. All of a run are one family of tests. */
export interface Comparison {
  /** What they differ in, named as in a grid: `structure`, `channel.loss`. */
  readonly axis: string;
  /** Fingerprints. The difference is `condition − baseline`. */
  readonly condition: string;
  readonly baseline: string;
}

/** A cell of the grid and the condition that it came to. */
export interface ResolvedCell {
  readonly cell: Cell;
  readonly fingerprint: string;
}

/** A comparison as a suite declares it. */
type Declared = NonNullable<Suite['compare']>[number];

/** A value of an axis. */
type Value = Declared['baseline'];

/** Worlds of other kinds and sizes are no better or worse ones. */
const NEVER_BY_DEFAULT = ['scenario', 'agents'];

/**
 * The comparisons of a suite: every cell with the one that differs from it only in having the baseline's value of the
 * axis. Where the suite declares none, the first axis with several values is compared with its first value. A
 * condition that stands for several cells (silence in several structures) is left out where these have several baselines.
 */
export function planComparisons(suite: Suite, cells: readonly ResolvedCell[]): Comparison[] {
  const planned = new Map<string, Comparison>();
  for (const declared of suite.compare ?? byDefault(suite, cells)) {
    for (const comparison of compareAlong(declared, suite, cells)) {
      const pair = `${comparison.condition} ${comparison.baseline}`;
      if (!planned.has(pair)) planned.set(pair, comparison);
    }
  }
  return [...planned.values()];
}

function byDefault(suite: Suite, cells: readonly ResolvedCell[]): Declared[] {
  const names = Object.keys(cells[0]?.cell.places ?? {}).filter((name) => !NEVER_BY_DEFAULT.includes(name));
  const ofAgents = names.filter((name) => !name.startsWith('options.'));
  const ofWorld = names.filter((name) => name.startsWith('options.'));
  const axis = [...ofAgents, ...ofWorld].find((name) => axisValues(suite, name).length > 1);
  return axis === undefined ? [] : [{ axis, baseline: axisValues(suite, axis)[0] ?? null }];
}

function compareAlong(declared: Declared, suite: Suite, cells: readonly ResolvedCell[]): Comparison[] {
  const { axis, baseline, values } = declared;
  const all = axisValues(suite, axis);
  const place = (value: Value): string =>
    JSON.stringify([...axisPath(axis), all.findIndex((candidate) => isValue(candidate, value))]);
  const others = values?.map(place);
  const basePlace = place(baseline);
  const placeOf = ({ cell }: ResolvedCell): string => JSON.stringify(cell.places[axis]);
  const bases = new Map(
    cells.filter((cell) => placeOf(cell) === basePlace).map((cell) => [surroundings(cell, axis), cell]),
  );
  const baselines = new Map<string, Set<string>>();
  for (const cell of cells) {
    const base = bases.get(surroundings(cell, axis));
    if (base === undefined || base.fingerprint === cell.fingerprint) continue;
    if (others !== undefined && !others.includes(placeOf(cell))) continue;
    const known = baselines.get(cell.fingerprint) ?? new Set();
    baselines.set(cell.fingerprint, known.add(base.fingerprint));
  }
  return [...baselines].flatMap(([condition, [only, ...more]]) =>
    only === undefined || more.length > 0 ? [] : [{ axis, condition, baseline: only }],
  );
}

/** All that places a cell in the grid, but for one axis. */
function surroundings({ cell: { places, spec } }: ResolvedCell, axis: string): string {
  // A mixed team has its size from its list.
  const agents = axis === 'agents' ? null : spec.team.length;
  return JSON.stringify({ ...places, agents, [axis]: null });
}

/** The field of an axis: names of options may hold dots. */
export function axisPath(axis: string): FieldPath {
  const [field = '', ...rest] = axis.split('.');
  return rest.length === 0 ? [field] : [field, rest.join('.')];
}

/** The values of an axis in a suite; empty where the suite has no such axis. */
export function axisValues(suite: Suite, axis: string): readonly Value[] {
  const found = axisPath(axis).reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    suite,
  );
  return Array.isArray(found) ? (found as Value[]) : [];
}

/** Whether a value of an axis is what a suite calls it: parts with options go by their name. */
export function isValue(value: Value, named: Value): boolean {
  const name = typeof value === 'object' && value !== null && 'name' in value ? value['name'] : value;
  return [value, name].some((candidate) => JSON.stringify(candidate) === JSON.stringify(named));
}
