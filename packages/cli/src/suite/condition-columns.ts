import { TICKS_PER_SECOND, type ModelLimits } from '@quorum/events';
import type { ConditionDescription } from './describe-condition.js';
import { additionLabel, NONE, optionsLabel } from './options-label.js';
import { structureParts } from './structure-parts.js';
import { teamLabel } from './team.js';

/** A column that says what a condition is. */
export interface ConditionColumn<C extends ConditionDescription> {
  readonly head: string;
  readonly cell: (condition: C) => string;
}

/** The columns in which conditions differ, and in words what all of them share. */
export interface ConditionColumns<C extends ConditionDescription> {
  readonly columns: readonly ConditionColumn<C>[];
  /** `structure ring`; nothing that goes without saying. */
  readonly shared: readonly string[];
}

/** Shown even where all rows agree. */
const ALWAYS = ['team', 'kind'];

/** Chooses the columns that tell conditions apart. */
export function conditionColumns<C extends ConditionDescription>(
  conditions: readonly C[],
): ConditionColumns<C> {
  const [first] = conditions;
  const all = allColumns(conditions);
  const differs = ({ cell }: ConditionColumn<C>): boolean => new Set(conditions.map(cell)).size > 1;
  const columns = all.filter((column) => ALWAYS.includes(column.head) || differs(column));
  const shared = all.flatMap((column) => {
    const value = first === undefined || columns.includes(column) ? NONE : column.cell(first);
    return value === NONE ? [] : [`${column.head} ${value}`];
  });
  return { columns, shared };
}

/** A condition in one line, `3x chat · debate · talk`; what its row would say is said once, its kind apart. */
export function conditionLabel<C extends ConditionDescription>(
  columns: readonly ConditionColumn<C>[],
  condition: C,
): string {
  const cells = columns.filter(({ head }) => head !== 'kind').map(({ cell }) => cell(condition));
  return [...new Set(cells)].filter((cell) => cell !== NONE).join(' · ');
}

function allColumns<C extends ConditionDescription>(conditions: readonly C[]): ConditionColumn<C>[] {
  return [
    { head: 'scenario', cell: ({ scenario }) => scenario },
    { head: 'options', cell: ({ options }) => optionsLabel(options) },
    { head: 'team', cell: ({ team }) => teamLabel(team) },
    { head: 'model', cell: ({ models }) => models.join(', ') || NONE },
    { head: 'kind', cell: kindLabel },
    { head: 'structure', cell: ({ structure }) => structure },
    ...(['topology', 'protocol', 'channel'] as const).map((part) => partColumn(part, conditions)),
    { head: 'communication', cell: ({ communication }) => communication },
    { head: 'agent options', cell: ({ agentOptions }) => optionsLabel(agentOptions) },
    { head: 'model options', cell: ({ modelOptions }) => optionsLabel(modelOptions) },
    { head: 'clock', cell: ({ clock }) => `${clock.mode} ${clock.profile} x${clock.timeScale}` },
    horizonColumn(conditions),
    {
      head: 'deadline',
      cell: ({ deadlineMicros }) => (deadlineMicros === null ? NONE : `${deadlineMicros / 1_000_000} s`),
    },
    { head: 'limits', cell: ({ limits }) => limitsLabel(limits) },
    { head: 'fault', cell: ({ fault }) => additionLabel(fault) },
    { head: 'healing', cell: ({ healing }) => additionLabel(healing) },
    { head: 'repair', cell: ({ repair }) => additionLabel(repair) },
  ];
}

/** A part of the structure: worth a column only where some condition has another than its structure's own. */
function partColumn<C extends ConditionDescription>(
  part: 'topology' | 'protocol' | 'channel',
  conditions: readonly C[],
): ConditionColumn<C> {
  const worthIt = conditions.some((condition) => !structureParts(condition)[part].own);
  return { head: part, cell: (condition) => (worthIt ? structureParts(condition)[part].label : NONE) };
}

/** Horizons differ with the world and the size of the team; they are worth a column where a suite varies them. */
function horizonColumn<C extends ConditionDescription>(conditions: readonly C[]): ConditionColumn<C> {
  const world = ({ scenario, options, agents }: C): string => JSON.stringify([scenario, options, agents]);
  const horizons = new Map<string, Set<number>>();
  for (const condition of conditions) {
    const known = horizons.get(world(condition)) ?? new Set();
    horizons.set(world(condition), known.add(condition.horizonTicks));
  }
  const varied = [...horizons.values()].some(({ size }) => size > 1);
  return {
    head: 'horizon',
    cell: ({ horizonTicks }) => (varied ? `${horizonTicks / TICKS_PER_SECOND} s` : NONE),
  };
}

function kindLabel({ modelKind, privileged }: ConditionDescription): string {
  return privileged ? `${modelKind}, privileged` : modelKind;
}

function limitsLabel({ calls, tokens }: ModelLimits): string {
  const parts = [
    ...(calls === null ? [] : [`${calls} calls`]),
    ...(tokens === null ? [] : [`${tokens} tokens`]),
  ];
  return parts.join(', ') || NONE;
}
