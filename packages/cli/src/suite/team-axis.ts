import type { Axis, Choice } from './axes.js';
import { suiteError, type SuiteProblem } from './suite-problem.js';
import type { Suite } from './suite-schema.js';
import type { SuiteSource } from './suite-source.js';

/**
 * The axis of teams: a team of one agent is played in every size, a mixed team has the size of its list.
 * @throws QuorumError `TEAM_INVALID` when team sizes are missing or contradict a mixed team
 */
export function teamAxis(suite: Suite, source: SuiteSource): Axis {
  const sizes = suite.agents ?? [];
  const problems: SuiteProblem[] = [];
  const choices = suite.team.flatMap((value, i): Choice[] => {
    const path = ['team', i];
    const members = value.split(/[,+]/).map((name) => name.trim());
    const [first = ''] = members;
    if (members.length > 1) {
      if (sizes.length > 0 && !sizes.includes(members.length)) {
        const message = `the mixed team "${value}" has ${members.length} seats, but \`agents\` says ${sizes.join(', ')}`;
        problems.push({ path, message });
      }
      return [{ spec: { team: members }, places: { team: path, agents: path } }];
    }
    if (sizes.length === 0) {
      problems.push({ path, message: `a team of "${value}" needs a size, and there is no \`agents\`` });
    }
    return sizes.map((size, j) => ({
      spec: { team: Array.from({ length: size }, () => first) },
      places: { team: path, agents: ['agents', j] },
    }));
  });
  if (problems.length === 0) return choices;
  throw suiteError(source, problems, {
    code: 'TEAM_INVALID',
    fix: 'set `agents` to the team size, or list a mixed team seat by seat: greedy+greedy+random.',
  });
}
