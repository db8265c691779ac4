import { createRng } from '@quorum/env';
import { describe, expect, it } from 'vitest';
import { channelSpec } from '../channel/channel-spec.js';
import type { TalkView } from '../contract/message.js';
import { protocols } from '../protocols/protocols.js';
import { structures } from '../structures/structures.js';
import { topologies } from '../topologies/topologies.js';
import { lookUp } from '../catalog/look-up.js';
import { structureParagraph } from './structure-paragraph.js';
import { activationOf, decide, messageOf, promptText, WALK } from './testing.js';

const SEATS = 4;

/** A seat's place in a built-in structure, with bodies 3 m apart and everybody in reach addressed. */
function talkIn(name: string, seat: number): TalkView {
  const structure = lookUp('structure', name, structures);
  const topology = lookUp('topology', structure.topology.name, topologies);
  const protocol = lookUp('protocol', structure.protocol.name, protocols);
  const channel = channelSpec.parse(structure.channel ?? {});
  const graph = topology.graph({
    seats: SEATS,
    options: topology.options.parse(structure.topology.options ?? {}),
    time: 0,
    position: (of) => ({ x: 3 * of, y: 0 }),
    rng: (...names) => createRng(1, ...names),
  });
  const options = protocol.options.parse(structure.protocol.options ?? {});
  const contacts = graph.out[seat] ?? [];
  return {
    structure: name,
    topology: topology.name,
    protocol: protocol.name,
    protocolSummary: protocol.summary,
    roles: protocol.roles({ seats: SEATS, options, graph }),
    contacts,
    heardFrom: graph.out.flatMap((out, of) => (out.includes(seat) ? [of] : [])),
    addressees: contacts,
    typed: channel.form === 'typed',
    addressing: channel.addressing,
    budget: {
      messages: channel.messages,
      tokens: channel.tokens,
      bytes: channel.bytes,
      tokensPerMessage: channel.tokensPerMessage,
    },
  };
}

describe.each(structures.map(({ name }) => name))('in the structure %s', (name) => {
  it.each([0, 1])('seat %i is told its place in a paragraph', (seat) => {
    expect(structureParagraph(activationOf({ seat, talk: talkIn(name, seat) }))).toMatchSnapshot();
  });

  it('the system prompt differs from that of other structures in this paragraph only', async () => {
    const parts = await systemParts(name);
    const individual = await systemParts('individual');
    expect(parts.filter((part) => !individual.includes(part))).toEqual(
      name === 'individual' ? [] : [expect.stringMatching(/^<team>\n/)],
    );
  });

  it('the whole prompt reads well', async () => {
    const talk = talkIn(name, 0);
    const answer = { thought: '', ...WALK, ...(talk.addressees.length > 0 ? { messages: [] } : {}) };
    const { queries } = await decide([answer], { activation: { talk, inbox: [messageOf(2)] } });
    expect(promptText(queries[0])).toMatchSnapshot();
  });
});

async function systemParts(name: string): Promise<readonly string[]> {
  const talk = talkIn(name, 0);
  const answer = { thought: '', ...WALK, ...(talk.addressees.length > 0 ? { messages: [] } : {}) };
  const { queries } = await decide([answer], { activation: { talk } });
  return queries[0]?.messages.find(({ role }) => role === 'system')?.parts ?? [];
}
