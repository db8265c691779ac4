import { expect, it } from 'vitest';
import { smallLog } from '../testing/small-log.js';
import { QuorumError } from '../core/errors.js';
import { assertComplete } from './assert-complete.js';
import { parseLog } from './read-log.js';

const lines = (note = 'x'): string[] => smallLog(note).text.split('\n');

/** The problem after `change` was made to the line with number `line`. */
function problemOf(line: number, change: (text: string) => string, validate = true): string | undefined {
  const all = lines();
  all[line - 1] = change(all[line - 1] ?? '');
  const { damage } = parseLog(all.join('\n'), { validate });
  if (damage !== null) {
    const start = Buffer.byteLength(
      all
        .slice(0, damage.line - 1)
        .map((text) => `${text}\n`)
        .join(''),
    );
    expect(damage.byteOffset).toBe(start);
  }
  return damage === null ? undefined : `${damage.line}: ${damage.problem}`;
}

it.each<[string, number, (text: string) => string, string]>([
  ['no JSON', 3, (t) => t.replace('{', '['), '3: it is not JSON'],
  ['no event', 3, () => '[]', '3: it is not an event'],
  ['empty line', 3, () => '', '3: it is not JSON'],
  ['no type', 3, (t) => t.replace('"type"', '"kind"'), '3: field `type` is missing or no text'],
  ['bad tick', 3, (t) => t.replace('"tick":5', '"tick":5.5'), '3: field `tick` is not a whole number from 0'],
  [
    'seq gap',
    3,
    (t) => t.replace('"seq":1', '"seq":2'),
    '3: `seq` is 2 where 1 should follow: lines are missing, doubled or out of order',
  ],
  ['tick back', 3, (t) => t.replace('"tick":5', '"tick":4'), '3: `tick` goes back from 5 to 4'],
  ['time back', 3, (t) => t.replace('"time":100', '"time":99'), '3: `time` goes back from 100 to 99'],
  ['own input', 3, (t) => t.replace('[0]', '[1]'), '3: `inputs` names the event itself'],
  ['forward input', 3, (t) => t.replace('[0]', '[4]'), '3: `inputs` points forward to event 4'],
  ['odd input', 3, (t) => t.replace('[0]', '["a"]'), '3: field `inputs` does not hold event numbers'],
  ['no inputs', 3, (t) => t.replace('"inputs":[0],', ''), '3: field `inputs` is missing or no list'],
  [
    'unknown type',
    3,
    (t) => t.replace('intervention.applied', 'a.b'),
    '3: field `type`: there is no event type "a.b"',
  ],
  [
    'missing field',
    2,
    (t) => t.replace('"seat":0,', ''),
    '2: field `seat`: Invalid input: expected number, received undefined',
  ],
  [
    'extra field',
    2,
    (t) => t.replace('"seat":0', '"seat":0,"seta":1'),
    '2: field `seta` does not belong here',
  ],
  [
    'other value',
    3,
    (t) => t.replace('"note":"x"', '"note":"y"'),
    '4: its digest does not fit the file: something in lines 1 to 4 was changed',
  ],
  [
    'white space',
    5,
    (t) => t.replace('"seat":0', '"seat": 0'),
    '6: its digest does not fit the file: something in lines 5 to 6 was changed',
  ],
  [
    'key order',
    5,
    (t) => t.replace('"seat":0,"stage":"X"', '"stage":"X","seat":0'),
    '6: its digest does not fit the file: something in lines 5 to 6 was changed',
  ],
  [
    'doubled key',
    5,
    (t) => t.replace('"seat":0', '"seat":0,"seat":0'),
    '6: its digest does not fit the file: something in lines 5 to 6 was changed',
  ],
  [
    'digest',
    4,
    (t) => t.replace(/[0-9a-f]"}$/, (d) => (d.startsWith('0') ? '1"}' : '0"}')),
    '4: its digest does not fit the file: something in lines 1 to 4 was changed',
  ],
  ['more text', 7, () => 'more', '7: text follows the last event'],
  ['another line', 7, () => '{}\n', '7: text follows the last event'],
  ['no header', 1, () => '{}', '1: it is not the header of a Quorum log'],
  ['broken header', 1, (t) => t.slice(0, -1), '1: it is not JSON'],
  [
    'new format',
    1,
    (t) => t.replace('quorum-log/1', 'quorum-log/2'),
    '1: its format is "quorum-log/2"; this version of Quorum reads "quorum-log/1"',
  ],
  [
    'header field',
    1,
    (t) => t.replace('"repeat":', '"repaet":'),
    '1: field `repeat`: Invalid input: expected number, received undefined',
  ],
])('names line and problem: %s', (_, line, change, expected) => {
  expect(problemOf(line, change)).toBe(expected);
});

it('leaves schemas alone when told to, but not the order of events', () => {
  const unknown = (t: string): string => t.replace('"seat":0', '"seat":"zero"');
  expect(problemOf(5, unknown, false)).toMatch(/^6: its digest/);
  expect(problemOf(5, (t) => t.replace('"tick":61', '"tick":1'), false)).toBe(
    '5: `tick` goes back from 60 to 1',
  );
});

it('tells bytes that are not UTF-8 from a replacement character that was written', () => {
  const good = lines('\uFFFD\u00e9\u{1F600}\uD800').join('\n');
  expect(parseLog(good)).toMatchObject({ complete: true, damage: null });
  const bytes = Buffer.from(good);
  bytes[bytes.indexOf('\u00e9') + 1] = 0x20;
  expect(parseLog(bytes).damage).toMatchObject({ line: 3, problem: 'it is not UTF-8 text' });
});

it('takes a file that is no log for what it is, even without line ends', () => {
  for (const text of ['PK\u0003\u0004', '{"a":1}', 'hello\nworld\n']) {
    expect(parseLog(text).damage).toMatchObject({ line: 1, problem: 'it is not the header of a Quorum log' });
  }
});

it('turns damage and cuts into errors that name file and line', () => {
  const check = (text: string): unknown => {
    try {
      assertComplete(parseLog(text), 'run/events.jsonl');
      return 'complete';
    } catch (error) {
      if (!QuorumError.isInstance(error)) throw error;
      return `${error.code} ${error.message}`;
    }
  };
  const all = lines();
  expect(check(all.join('\n'))).toBe('complete');
  expect(check(all.join('\n').replace('"kind":"note"', '"kind":"nota"'))).toMatch(
    /^LOG_CORRUPT run\/events\.jsonl, line 3: field `kind`: /,
  );
  expect(check(all.slice(0, 4).join('\n'))).toBe(
    'LOG_INCOMPLETE run/events.jsonl, line 4: it is cut off: its line end is missing.',
  );
  expect(check(`${all.slice(0, 4).join('\n')}\n`)).toBe(
    'LOG_INCOMPLETE run/events.jsonl: the last line (episode.ended) is missing.',
  );
});
