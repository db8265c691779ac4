import { createRng, type Observation, type Proposal, type Scenario } from '@quorum/env';
import { z } from 'zod';
import { lineLanguage, type LineView } from './line-language.js';
import { LINE_METERS, LineWorld, type LineState } from './line-world.js';

const options = z.strictObject({
  marks: z.int().min(1).max(9).default(2),
  required: z.int().min(1).max(9).default(2),
  /** How far agents see, metres. */
  sight: z.number().min(0).default(20),
});

/** A scenario for tests of the cognitive layer: walk to the marks and stand there together. */
export const line: Scenario = {
  name: 'line-v0',
  summary: 'walk to the mark together',
  seats: { min: 1, max: 64 },
  options: options,
  action: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('walk'), to: z.number() }),
    z.strictObject({ type: z.literal('hold'), mark: z.string(), seconds: z.number().min(0.1) }),
    z.strictObject({ type: z.literal('idle'), seconds: z.number().min(0.1) }),
  ]),
  horizonSeconds: (seats) => 30 + seats,
  create(setup) {
    const { marks, required } = options.parse(setup.options);
    const rng = createRng(setup.seed, 'layout');
    const places = Array.from({ length: marks }, () => ({
      x: rng.integer(0, LINE_METERS - 1),
      required: Math.min(required, setup.seats),
      open: true,
      held: 0,
    }));
    return new LineWorld(setup, places);
  },
  language: lineLanguage,
  restore: (saved, setup) => new LineWorld(setup, structuredClone(saved.json) as unknown as LineState),
  render: (observation) => JSON.stringify(observation),
  proposals: (observation) => proposals(observation as unknown as LineView),
  outline(actions, task) {
    const last = actions.findIndex(({ type, mark }) => type === 'hold' && mark === task);
    const before = last < 0 ? actions : actions.slice(0, last);
    return {
      works: last >= 0,
      delaySeconds: before.reduce(
        (sum, { type, seconds }) => sum + (type === 'idle' ? Number(seconds) : 0),
        0,
      ),
      patienceSeconds: last < 0 ? 0 : Number(actions[last]?.['seconds']),
    };
  },
  randomAction: (_observation: Observation, rng) => ({ type: 'walk', to: rng.integer(0, LINE_METERS) }),
  standBy: () => ({ type: 'walk', to: 0 }),
  idle: (seconds) => ({ type: 'idle', seconds }),
};

function proposals({ self, marks }: LineView): Proposal[] {
  return marks
    .filter(({ open }) => open)
    .map(({ id, x, required }) => ({
      task: id,
      actions: [
        { type: 'walk', to: x },
        { type: 'hold', mark: id, seconds: 5 },
      ],
      requiredAgents: required,
      positions: Array.from({ length: required }, () => ({ x, y: 0 })),
      pathMeters: Math.abs(x - self.x),
      workMeters: 1,
      value: required,
    }));
}
