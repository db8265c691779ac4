import { sum } from 'simple-statistics';
import { countColumn } from '../counts.js';
import type { Metric } from '../metric.js';
import { publishedStep, STEP_NOTE } from './step.js';

export interface PublishedCapabilityResult {
  readonly gains: number;
  readonly losses: number;
  /** By seat. */
  readonly gainsBySeat: readonly number[];
  readonly lossesBySeat: readonly number[];
  /** Gains by capability (there: by item). */
  readonly gainsByCapability: Readonly<Record<string, number>>;
  /** Z_gain_rate; null without steps. */
  readonly gainRate: number | null;
  /** Steps with changes only. */
  readonly bySteps: readonly { readonly step: number; readonly gains: number; readonly losses: number }[];
}

export interface PublishedCapabilityState {
  /** T, as in `published-overhead`; 0 while the world is being set up. */
  steps: number;
  readonly gainsBySeat: number[];
  readonly lossesBySeat: number[];
  readonly gainsByCapability: Map<string, number>;
  readonly bySteps: Map<number, { gains: number; losses: number }>;
}

/** Published capability change ΔZ. Definition, unit, source and a worked example: the page below. */
export const publishedCapability: Metric<PublishedCapabilityState, PublishedCapabilityResult> = {
  name: 'published-capability',
  version: 1,
  reads: ['activation.stage', 'capability.changed'],
  page: {
    summary: 'Published ΔZ, capability change: what agents gain and lose that tasks depend on.',
    formula:
      'gains and losses = numbers of `capability.changed` with that change, also by agent, by capability and by step; ΔZ = gains − losses; Z_gain_rate = gains / T, T = step of the last entry into any stage + 1.',
    source: 'EmCoop (arXiv 2603.00349), capability change ΔZ (radar CG).',
    notes: `${STEP_NOTE} There every rise or fall of an inventory item is a record. What seats hold when the world is set up, before the first entry into a stage, is no change. Push worlds change no capability, so that all is 0 there, as in their CUBE. Known defect, kept: records count, not amounts.`,
    example:
      'Seat 0 begins with a key. Then it gains wood in step 1 and loses it in step 3, seat 1 gains stone in step 3, where the last stage begins: gains 2, losses 1, ΔZ 1, Z_gain_rate 2/4 = 0.5.',
  },
  columns: [
    countColumn('gains', 'gains', 'capabilities gained', ({ gains }) => gains),
    countColumn('losses', 'losses', 'capabilities lost', ({ losses }) => losses),
    {
      name: 'change',
      summary: 'ΔZ: gains minus losses',
      unit: 'gains',
      range: 'any whole number',
      value: ({ gains, losses }) => gains - losses,
    },
    {
      name: 'gainRate',
      summary: 'Z_gain_rate: gains per step',
      unit: 'gains/step',
      range: '≥ 0 or null',
      value: ({ gainRate }) => gainRate,
    },
  ],
  init: ({ team }) => ({
    steps: 0,
    gainsBySeat: team.map(() => 0),
    lossesBySeat: team.map(() => 0),
    gainsByCapability: new Map(),
    bySteps: new Map(),
  }),
  step(state, event) {
    const step = publishedStep(event.tick);
    if (event.type === 'activation.stage') state.steps = step + 1;
    if (event.type !== 'capability.changed' || state.steps === 0) return state;
    const { seat, capability, change } = event;
    const gained = change === 'gained';
    const bySeat = gained ? state.gainsBySeat : state.lossesBySeat;
    bySeat[seat] = (bySeat[seat] ?? 0) + 1;
    if (gained) state.gainsByCapability.set(capability, (state.gainsByCapability.get(capability) ?? 0) + 1);
    const sums = state.bySteps.get(step) ?? { gains: 0, losses: 0 };
    sums[gained ? 'gains' : 'losses'] += 1;
    state.bySteps.set(step, sums);
    return state;
  },
  result({ steps, gainsBySeat, lossesBySeat, gainsByCapability, bySteps }) {
    const gains = sum(gainsBySeat);
    return {
      gains,
      losses: sum(lossesBySeat),
      gainsBySeat: [...gainsBySeat],
      lossesBySeat: [...lossesBySeat],
      gainsByCapability: Object.fromEntries(gainsByCapability),
      gainRate: steps === 0 ? null : gains / steps,
      bySteps: [...bySteps].map(([step, sums]) => ({ step, ...sums })),
    };
  },
};
