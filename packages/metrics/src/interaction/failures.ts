import { countColumn } from '../counts.js';
import type { Column, Metric } from '../metric.js';
import { detectors } from './detectors/detectors.js';
import type { Finding, Rule, Severity } from './detectors/finding.js';
import { createWatch, stepWatch, WATCH_EVENTS, type Watch } from './watch.js';

export interface FailuresResult {
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly byRule: Readonly<Record<Rule, number>>;
  /** Rules that cannot fire in such an episode, and why: their 0 says nothing. */
  readonly cannotFire: Partial<Readonly<Record<Rule, string>>>;
  readonly activations: number;
  /** Virtual time between a failure and the next progress. */
  readonly secondsInFailure: number;
  readonly shareInFailure: number | null;
  /** The first 200. */
  readonly findings: readonly Finding[];
}

const MICROS_PER_SECOND = 1_000_000;

/** What the detectors find. Definition, unit, source and a worked example: the page below. */
export const failures: Metric<Watch, FailuresResult> = {
  name: 'failures',
  version: 5,
  reads: WATCH_EVENTS,
  page: {
    summary: 'Where cooperation broke, by the structure of the interaction graph alone.',
    formula:
      'Findings of the detectors of docs/interaction-graph.md at their default thresholds, by rule and by severity (failure, warning). per100Activations = 100 × failures / activations. secondsInFailure = virtual time from a failure to the next progress (an attempt that succeeds, or a task that closes) or the end, where failures overlap once; shareInFailure = the same / time of the last event. Null for a rule that cannot fire in such an episode; `cannotFire` says why.',
    source:
      'DIG (arXiv 2603.00309) for seven rules and the normalisation; dropout and the embodied ones are ours.',
    notes:
      'Structure, not content: a team without findings can still be wrong, and a finding is no proof of a cause. Long episodes have more of them: compare per100Activations. At most 200 findings are kept, all are counted.',
    grows: 'activations, messages and what they bring about, not with ticks',
    example:
      'Tasks a and b take two agents each; of three agents, 0 stands alone at a and 1 alone at b from 0 s on. At 14 s agent 1 gives up and plans for b again; when it has waited 20 s more, at 34 s, this is one physical deadlock. At 40 s agent 1 helps out at a, which closes; the log ends at 50 s. failures 1, physical-deadlock 1, three activations before and one after: per100Activations 100 × 1/4 = 25; secondsInFailure 40 − 34 = 6, shareInFailure 6/50 = 0.12.',
  },
  columns: [
    countColumn('failures', 'findings', 'of severity failure', ({ bySeverity }) => bySeverity.failure),
    countColumn('warnings', 'findings', 'of severity warning', ({ bySeverity }) => bySeverity.warning),
    {
      name: 'per100Activations',
      summary: 'failures per 100 calls of agents',
      unit: 'findings',
      range: '≥ 0 or null',
      value: ({ bySeverity, activations }) =>
        activations === 0 ? null : (100 * bySeverity.failure) / activations,
    },
    countColumn('secondsInFailure', 's', 'from a failure to the next progress', (r) => r.secondsInFailure),
    {
      name: 'shareInFailure',
      summary: 'the same, of the virtual time',
      unit: 'share',
      range: '0 … 1 or null',
      value: ({ shareInFailure }) => shareInFailure,
    },
    ...detectors.map(({ id, severity }) => ruleColumn(id, severity)),
  ],
  init: createWatch,
  step: stepWatch,
  result({ detection, cannotFire, bySeverity, byRule, findings, time, failingSince, failedMicros }) {
    const micros = failedMicros + (failingSince === null ? 0 : time - failingSince);
    return {
      bySeverity: { ...bySeverity },
      byRule: { ...byRule },
      cannotFire,
      activations: detection.graph.activations.size,
      secondsInFailure: micros / MICROS_PER_SECOND,
      shareInFailure: time === 0 ? null : micros / time,
      findings: [...findings],
    };
  },
};

function ruleColumn(rule: Rule, severity: Severity): Column<FailuresResult> {
  return {
    name: rule,
    summary: `${severity}s by this rule`,
    unit: 'findings',
    range: '≥ 0, null where it cannot fire',
    value: ({ byRule, cannotFire }) => (cannotFire[rule] === undefined ? byRule[rule] : null),
  };
}
