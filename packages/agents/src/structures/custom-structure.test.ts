import type { Purpose } from '@quorum/events';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { builtIn, type Catalog } from '../catalog/catalog.js';
import { assertStructureConforms } from '../conformance/assert-conforms.js';
import { playTrial, trialCatalog, trialSpec } from '../conformance/structure-play.js';
import type { Protocol, ProtocolStep } from '../contract/protocol.js';
import type { Structure } from '../contract/structure.js';
import type { Topology } from '../contract/topology.js';
import { createHeader } from '../episode/create-header.js';
import { centralized } from './centralized.js';

/** A seat that thinks (the first of the list) or waits for its turn. */
type Turn = { readonly seat: number; readonly purpose: Purpose; readonly cause: readonly number[] };

/** One seat thinks at a time: the next begins when the decision of the one before takes effect. */
const oneByOne: Protocol<readonly Turn[]> = {
  name: 'one-by-one',
  summary: 'one seat thinks at a time and may talk to its neighbours',
  version: 1,
  options: z.strictObject({}),
  refuses: () => null,
  roles: ({ seats }) => Array.from({ length: seats }, () => 'member'),
  init: () => [],
  step(turns, event, { graph }) {
    const step = (state: readonly Turn[], next: readonly Turn[]): ProtocolStep<readonly Turn[]> => ({
      state,
      activations: next.map((turn) => ({ ...turn, to: graph.out[turn.seat] ?? [] })),
      timeouts: [],
    });
    if (event.kind === 'decided') return step(turns.slice(1), turns.slice(1, 2));
    if (event.kind !== 'unplanned' && event.kind !== 'woken') return step(turns, []);
    const { seat, kind, cause } = event;
    if (turns.some((turn) => turn.seat === seat)) return step(turns, []);
    const turn: Turn = { seat, purpose: kind === 'woken' ? 'repair' : 'plan', cause };
    return step([...turns, turn], turns.length === 0 ? [turn] : []);
  },
};

/** Neighbours on a line can address each other. */
const line: Topology = {
  name: 'line',
  summary: 'neighbours on a line can address each other',
  version: 1,
  options: z.strictObject({}),
  dynamic: false,
  graph: ({ seats }) => ({
    out: Array.from({ length: seats }, (_, seat) =>
      [seat - 1, seat + 1].filter((to) => to >= 0 && to < seats),
    ),
    parents: null,
  }),
};

/** What a module of one's own exports. */
const whisper: Structure = {
  name: 'whisper',
  summary: 'one seat thinks at a time and talks to its neighbours on a line',
  topology: { name: 'line' },
  protocol: { name: 'one-by-one' },
  channel: { latencySeconds: 0.5 },
};
const catalog: Catalog = {
  ...builtIn,
  structures: [...builtIn.structures, whisper],
  topologies: [...builtIn.topologies, line],
  protocols: [...builtIn.protocols, oneByOne],
};

it('a structure of one’s own comes by a module: a catalog with more entries', async () => {
  const own = trialCatalog(whisper, catalog);
  const spec = trialSpec(whisper, 3, 'barrier');
  expect(createHeader(spec, own)).toMatchObject({
    structure: 'whisper',
    topology: { name: 'line', options: {} },
    protocol: { name: 'one-by-one', options: {} },
    channel: { latencySeconds: 0.5, loss: 0 },
    versions: { 'topology.line': '1', 'protocol.one-by-one': '1' },
  });
  const events = await playTrial(spec, own);
  const brief = events.flatMap((event) => {
    if (event.type === 'activation.started') return [`${event.time / 1e6}s ${event.seat} ${event.purpose}`];
    return event.type === 'message.sent' ? [`${event.time / 1e6}s ${event.seat} to ${event.to.join()}`] : [];
  });
  expect(brief).toEqual(['0s 0 plan', '1s 0 to 1', '1s 1 plan', '2s 1 to 0,2', '2s 2 plan', '3s 2 to 1']);
});

it('and is checked like the built-in ones', async () => {
  await assertStructureConforms(whisper, catalog, { teamSizes: [1, 3] });
});

it('or by configuration: other parts for a structure', () => {
  const spec = {
    ...trialSpec(centralized, 3, 'barrier'),
    topology: {
      name: 'custom',
      options: {
        edges: [
          [0, 1],
          [1, 0],
          [1, 2],
          [2, 1],
        ],
        parents: [1, null, 1],
      },
    },
    protocol: { name: 'hierarchy', options: { replySeconds: 3 } },
    channel: { loss: 0.25 },
  };
  expect(createHeader(spec, trialCatalog(centralized, builtIn))).toMatchObject({
    structure: 'centralized',
    topology: spec.topology,
    protocol: { name: 'hierarchy', options: { replySeconds: 3, directiveSeconds: 30 } },
    channel: { loss: 0.25, latencySeconds: 0 },
  });
});
