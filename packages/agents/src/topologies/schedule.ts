import { QuorumError, type JsonObject } from '@quorum/events';
import { z } from 'zod';
import { lookUp } from '../catalog/look-up.js';
import type { Topology, TopologyTrait } from '../contract/topology.js';
import { resolveOptions } from '../episode/resolve-options.js';
import { constantTopologies } from './constant-topologies.js';

const phase = z
  .strictObject({
    fromSeconds: z.number().min(0).max(1_000_000).describe('virtual time at which the phase begins'),
    topology: z.string(),
    options: z.record(z.string(), z.json()).default({}),
  })
  .transform((given, context) => {
    try {
      const topology = lookUp('topology', given.topology, constantTopologies);
      return { ...given, options: resolveOptions(topology, given.options, 'options') };
    } catch (error) {
      if (!QuorumError.isInstance(error)) throw error;
      context.addIssue({ code: 'custom', message: `${error.message} ${error.fix ?? ''}`.trim() });
      return z.NEVER;
    }
  });

const options = z.strictObject({
  phases: z
    .array(phase)
    .min(1)
    .default([{ fromSeconds: 0, topology: 'full', options: {} }])
    .refine(
      (phases) =>
        phases.every(({ fromSeconds }, i) =>
          i === 0 ? fromSeconds === 0 : fromSeconds > (phases[i - 1]?.fromSeconds ?? 0),
        ),
      'the first phase has to begin at second 0, each later one after the one before',
    )
    .describe('topologies in the order in which they hold: [{ fromSeconds, topology, options }]'),
});
type Options = z.output<typeof options>;
type Phase = Options['phases'][number];

/** One topology after another, each from its own virtual time on. */
export const schedule: Topology = {
  name: 'schedule',
  summary: 'one topology after another, at given times',
  version: 1,
  options,
  dynamic: true,
  traits(given) {
    const traits = phasesOf(given).map(traitsOf);
    const everywhere = (trait: TopologyTrait): boolean => traits.every((some) => some.includes(trait));
    return [
      ...(everywhere('silent') ? (['silent'] as const) : []),
      ...(everywhere('hierarchical') ? (['hierarchical'] as const) : []),
      ...(traits.some((some) => some.includes('local')) ? (['local'] as const) : []),
    ];
  },
  refuses(seats, given) {
    for (const { topology, options: own, fromSeconds } of phasesOf(given)) {
      const reason = find(topology).refuses?.(seats, own) ?? null;
      if (reason !== null) return `${topology}, from second ${fromSeconds} on: ${reason}`;
    }
    return null;
  },
  graph(view) {
    const now = phasesOf(view.options).findLast(({ fromSeconds }) => fromSeconds * 1_000_000 <= view.time);
    if (now === undefined)
      throw new QuorumError('INTERNAL', `No phase of the schedule holds at ${view.time}.`);
    return find(now.topology).graph({
      seats: view.seats,
      options: now.options,
      time: view.time,
      position: (seat) => view.position(seat),
      rng: (...names) => view.rng(...names),
    });
  },
};

function phasesOf(given: JsonObject): readonly Phase[] {
  return (given as Options).phases;
}

function find(name: string): Topology {
  return lookUp('topology', name, constantTopologies);
}

function traitsOf({ topology, options: own }: Phase): readonly TopologyTrait[] {
  return find(topology).traits?.(own) ?? [];
}
