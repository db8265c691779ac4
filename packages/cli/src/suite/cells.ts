import type { ClockSpec, JsonObject } from '@quorum/events';
import type { EpisodeSpec } from '@quorum/agents';
import type { SuiteSource, FieldPath } from './suite-source.js';
import { suiteError, type SuiteProblem } from './suite-problem.js';
import type { Suite } from './suite-schema.js';

/** One combination of axis values: an episode without its seed and repeat. */
export interface Cell {
  /** Its options are those that the suite sets; the scenario's defaults are not among them. */
  readonly spec: Omit<EpisodeSpec, 'seed' | 'repeat'>;
  /** Where each part of it stands in the suite. */
  readonly places: {
    readonly scenario: FieldPath;
    readonly team: FieldPath;
    readonly agents: FieldPath;
    readonly structure: FieldPath;
    readonly clockProfile: FieldPath;
    readonly options: Readonly<Record<string, FieldPath>>;
  };
}

interface Indexed<T> {
  readonly value: T;
  readonly path: FieldPath;
}

function indexed<T>(values: readonly T[], ...path: string[]): Indexed<T>[] {
  return values.map((value, i) => ({ value, path: [...path, i] }));
}

/**
 * All conditions of a suite, in the order of its axes.
 * @throws QuorumError `TEAM_INVALID` when team sizes are missing or contradict a mixed team
 */
export function suiteCells(suite: Suite, source: SuiteSource): Cell[] {
  const { horizonSeconds, deadlineSeconds } = suite;
  const limits = {
    ...(horizonSeconds !== undefined && { horizonSeconds }),
    ...(deadlineSeconds !== undefined && { deadlineSeconds }),
  };
  const teams = teamAxis(suite, source);
  const clocks = clockAxis(suite);
  const cells: Cell[] = [];
  for (const scenario of indexed(suite.scenario, 'scenario'))
    for (const options of optionAxis(suite))
      for (const team of teams)
        for (const structure of indexed(suite.structure, 'structure'))
          for (const clock of clocks)
            cells.push({
              spec: {
                scenario: scenario.value,
                options: options.value,
                team: team.value,
                structure: structure.value,
                clock: clock.value,
                ...limits,
              },
              places: {
                scenario: scenario.path,
                team: team.path,
                agents: team.sizePath,
                structure: structure.path,
                clockProfile: clock.path,
                options: options.paths,
              },
            });
  return cells;
}

interface OptionChoice {
  readonly value: JsonObject;
  readonly paths: Readonly<Record<string, FieldPath>>;
}

/** Every combination of one value per option; the last option varies fastest. */
function optionAxis({ options }: Suite): OptionChoice[] {
  return Object.entries(options).reduce<OptionChoice[]>(
    (choices, [name, values]) =>
      choices.flatMap((choice) =>
        indexed(values, 'options', name).map(({ value, path }) => ({
          value: { ...choice.value, [name]: value },
          paths: { ...choice.paths, [name]: path },
        })),
      ),
    [{ value: {}, paths: {} }],
  );
}

function clockAxis(suite: Suite): Indexed<ClockSpec>[] {
  return suite.clock.mode.flatMap((mode) =>
    indexed(suite.clock.profile, 'clock', 'profile').flatMap((profile) =>
      suite.clock.timeScale.map((timeScale) => ({
        value: { mode, profile: profile.value, timeScale },
        path: profile.path,
      })),
    ),
  );
}

type TeamChoice = Indexed<readonly string[]> & { readonly sizePath: FieldPath };

/** A team of one agent is played in every size; a mixed team has the size of its list. */
function teamAxis(suite: Suite, source: SuiteSource): TeamChoice[] {
  const sizes = indexed(suite.agents ?? [], 'agents');
  const problems: SuiteProblem[] = [];
  const choices = indexed(suite.team, 'team').flatMap(({ value, path }): TeamChoice[] => {
    const members = value.split(/[,+]/).map((name) => name.trim());
    const [first = ''] = members;
    if (members.length > 1) {
      if (sizes.length > 0 && !sizes.some((size) => size.value === members.length)) {
        const message = `the mixed team "${value}" has ${members.length} seats, but \`agents\` says ${sizes.map((size) => size.value).join(', ')}`;
        problems.push({ path, message });
      }
      return [{ value: members, path, sizePath: path }];
    }
    if (sizes.length === 0) {
      problems.push({ path, message: `a team of "${value}" needs a size, and there is no \`agents\`` });
    }
    return sizes.map((size) => ({
      value: Array.from({ length: size.value }, () => first),
      path,
      sizePath: size.path,
    }));
  });
  if (problems.length === 0) return choices;
  throw suiteError(source, problems, {
    code: 'TEAM_INVALID',
    fix: 'set `agents` to the team size, or list a mixed team seat by seat: greedy+greedy+random.',
  });
}
