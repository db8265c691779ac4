import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PromptMessage } from '../chat/prompt-sections.js';
import { actsOf, hearActs, sayAct, type SpeechAct } from './speech-acts.js';

const task = fc.constantFrom('b3/left', 'mark-0', 'x', 'a.b:c', '17');
const act: fc.Arbitrary<SpeechAct> = fc.oneof(
  fc.record({ act: fc.constant('commit' as const), task }),
  fc.record({ act: fc.constant('work' as const), task }),
  fc.record({ act: fc.constant('refuse' as const), task }),
  fc.record({ act: fc.constant('done' as const), task }),
  fc.record({ act: fc.constant('request' as const), task, of: fc.nat(63) }),
);

it('hears what it says, between other words', () => {
  const words = fc.constantFrom('', 'Well,', 'as far as one can tell.', 'b3 weighs 2.');
  fc.assert(
    fc.property(fc.array(fc.tuple(words, act)), (said) => {
      const text = said.map(([before, told]) => `${before} ${sayAct(told)}`).join(' ');
      expect(hearActs(text)).toEqual(said.map(([, told]) => told));
    }),
  );
});

const message = (own: Partial<PromptMessage>): PromptMessage => ({
  ...{ sent: 0, from: 1, to: null, kind: 'text', text: 'Hello.', task: null, claims: [], work: false },
  ...own,
});

it.each<[Partial<PromptMessage>, SpeechAct[]]>([
  [{ kind: 'request', task: 'b1/left' }, [{ act: 'request', task: 'b1/left', of: 0 }]],
  [{ kind: 'accept', task: 'b1/left' }, [{ act: 'commit', task: 'b1/left' }]],
  [{ kind: 'cancel', task: 'b1/left' }, [{ act: 'refuse', task: 'b1/left' }]],
  [{ kind: 'inform', task: 'b1/left' }, []],
  [{ kind: 'request' }, []],
  [
    { kind: 'request', task: 'b1/left', text: 'Agent 2: please take b1/left.' },
    [{ act: 'request', task: 'b1/left', of: 2 }],
  ],
])('understands %j', (own, acts) => {
  expect(actsOf(message(own), [0])).toEqual(acts);
});
