import { expect, it } from 'vitest';
import type { Activation, Agent, Decision } from '../contract/agent.js';
import type { MessageDecision } from '../contract/message.js';
import { openFloor } from '../testing/open-floor.js';
import { playOut, type Play } from '../testing/play.js';

const idle = (seconds: number): Decision => ({
  state: null,
  plan: { task: null, actions: [{ type: 'idle', seconds }] },
});

/** Says something with its first plan; goes on when interrupted. */
const speaker =
  (...messages: MessageDecision[]): Agent['decide'] =>
  async ({ purpose, time }) => {
    if (purpose === 'interrupt') return { state: null, resume: true };
    return time === 0 ? { ...idle(5), messages } : idle(5);
  };

/** Keeps what it is shown. */
const listener =
  (seen: Activation[]): Agent['decide'] =>
  async (activation) => {
    seen.push(activation);
    return activation.purpose === 'interrupt' ? { state: null, resume: true } : idle(5);
  };

const talk = (): Pick<Play, 'topology' | 'protocol' | 'horizonSeconds'> => ({
  topology: { name: 'full' },
  protocol: openFloor,
  horizonSeconds: 3,
});

it.each([
  [
    'scrambled',
    {
      text: expect.not.stringMatching(/^come to mark zero with me now$/) as string,
      kind: 'request',
      task: null,
    },
  ],
  ['fixed-text', { text: 'This is a message.', kind: 'text', task: null, claims: [] }],
  ['random-sender', { text: 'come to mark zero with me now', from: 2, task: 'mark-0' }],
  ['delayed', { text: 'come to mark zero with me now', from: 0, sent: 0, delivered: 10_000_000 }],
] as const)(
  'spoils what is said where communication is %s, and nothing else',
  async (communication, heard) => {
    const seen: Activation[] = [];
    const { log } = await playOut({
      ...talk(),
      communication,
      team: [
        speaker({ to: [1], text: 'come to mark zero with me now', kind: 'request', task: 'mark-0' }),
        listener(seen),
        speaker(),
      ],
      horizonSeconds: 12,
      mode: 'async',
    });
    expect(log.events.find(({ type }) => type === 'message.sent')).toMatchObject({
      text: 'come to mark zero with me now',
      to: [1],
    });
    expect(seen.flatMap(({ inbox }) => inbox)).toEqual([expect.objectContaining(heard)]);
  },
);

it('scrambles words without losing one', async () => {
  const seen: Activation[] = [];
  await playOut({
    ...talk(),
    communication: 'scrambled',
    team: [speaker({ to: 'all', text: 'a b c d e f g' }), listener(seen)],
  });
  const [said = ''] = seen.flatMap(({ inbox }) => inbox.map(({ text }) => text));
  expect(said).not.toBe('a b c d e f g');
  expect(said.split(' ').toSorted().join(' ')).toBe('a b c d e f g');
});

it('refuses random senders where nobody else could have spoken', async () => {
  const play = playOut({ ...talk(), communication: 'random-sender', team: [speaker(), speaker()] });
  await expect(play).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
});
