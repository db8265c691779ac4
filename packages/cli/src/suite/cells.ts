import type { ClockSpec } from '@quorum/events';
import { combine, fieldAxis, optionAxis, type Axis, type CellSpec, type Places } from './axes.js';
import type { Suite } from './suite-schema.js';
import type { SuiteSource } from './suite-source.js';
import { teamAxis } from './team-axis.js';

/** Stands for no fault, no healing, no repair. */
const NOTHING = 'none';

/** One combination of axis values. */
export interface Cell {
  /** As the suite sets it; defaults are not filled in. */
  readonly spec: CellSpec;
  /** Where each part of it stands in the suite. */
  readonly places: Places;
}

/**
 * All conditions of a suite, in the order of its axes.
 * @throws QuorumError `TEAM_INVALID` when team sizes are missing or contradict a mixed team
 */
export function suiteCells(suite: Suite, source: SuiteSource): Cell[] {
  const choices = combine([
    fieldAxis('scenario', suite.scenario, (scenario) => ({ scenario })),
    optionAxis('options', suite.options),
    teamAxis(suite, source),
    fieldAxis('model', suite.model, (model) => ({ model })),
    optionAxis('agentOptions', suite.agentOptions),
    optionAxis('modelOptions', suite.modelOptions),
    fieldAxis('structure', suite.structure, (structure) => ({ structure })),
    fieldAxis('topology', suite.topology, (topology) => ({ topology })),
    fieldAxis('protocol', suite.protocol, (protocol) => ({ protocol })),
    optionAxis('channel', suite.channel),
    fieldAxis('communication', suite.communication, (communication) => ({ communication })),
    clockAxis(suite),
    fieldAxis('horizonSeconds', suite.horizonSeconds, (horizonSeconds) => ({ horizonSeconds })),
    fieldAxis('deadlineSeconds', suite.deadlineSeconds, (deadlineSeconds) => ({ deadlineSeconds })),
    limitAxis(suite),
    additionAxis('fault', suite.fault),
    additionAxis('healing', suite.healing),
    additionAxis('repair', suite.repair),
  ]);
  // The schema makes every field that a specification needs an axis with at least one value.
  return choices.map(({ spec, places }) => ({ spec: spec as CellSpec, places }));
}

function clockAxis({ clock }: Suite): Axis {
  return clock.mode.flatMap((mode, i) =>
    clock.profile.flatMap((profile, j) =>
      clock.timeScale.map((timeScale, k) => {
        const spec: ClockSpec = { mode, profile, timeScale };
        return {
          spec: { clock: spec },
          places: {
            'clock.mode': ['clock', 'mode', i],
            'clock.profile': ['clock', 'profile', j],
            'clock.timeScale': ['clock', 'timeScale', k],
          },
        };
      }),
    ),
  );
}

/** `none` is a value of the axis that leaves the field out. */
function additionAxis(field: 'fault' | 'healing' | 'repair', values: Suite['fault']): Axis {
  return fieldAxis(field, values, (value) => (value.name === NOTHING ? {} : { [field]: value }));
}

function limitAxis({ limits: { calls, tokens } }: Suite): Axis {
  return (calls ?? [null]).flatMap((ofCalls, i) =>
    (tokens ?? [null]).map((ofTokens, j) => ({
      spec: { limits: { calls: ofCalls, tokens: ofTokens } },
      places: { 'limits.calls': ['limits', 'calls', i], 'limits.tokens': ['limits', 'tokens', j] },
    })),
  );
}
