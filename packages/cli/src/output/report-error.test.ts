import { QuorumError } from '@quorum/events';
import { expect, it } from 'vitest';
import { reportError } from './report-error.js';
import type { Terminal } from './terminal.js';

/** What an error looks like on stdout and stderr. */
function shown(error: unknown, style: { json?: boolean; debug?: boolean }) {
  const out: string[] = [];
  const notes: string[] = [];
  const plain = (text: string): string => text;
  const terminal = {
    out: (line: string) => out.push(line),
    note: (line: string) => notes.push(line),
    noteColor: { red: plain, bold: plain },
  } as unknown as Terminal;
  const exitCode = reportError(error, terminal, { json: false, debug: false, ...style });
  return { exitCode, out: out.join('\n'), notes: notes.join('\n') };
}

const mistake = new QuorumError('CONFIG_INVALID', 'a.yaml:1:1: wrong.', { fix: 'make it right.' });

it('tells a mistake with its fix and without a stack', () => {
  expect(shown(mistake, {})).toEqual({
    exitCode: 1,
    out: '',
    notes: 'error CONFIG_INVALID: a.yaml:1:1: wrong.\nfix: make it right.',
  });
  expect(shown(new QuorumError('USAGE', 'no.'), {}).exitCode).toBe(2);
});

it('tells it as JSON, too', () => {
  expect(JSON.parse(shown(mistake, { json: true }).out)).toEqual({
    error: { code: 'CONFIG_INVALID', message: 'a.yaml:1:1: wrong.', fix: 'make it right.' },
  });
});

it('shows the stack of a defect, with its causes, only when asked', () => {
  const defect = new TypeError('x is not a function', { cause: new Error('deeper') });
  const { exitCode, notes } = shown(defect, {});
  expect(exitCode).toBe(1);
  expect(notes).toMatch(/^error INTERNAL: x is not a function\nfix: .*--debug/);
  expect(notes).not.toContain('    at ');
  expect(shown(defect, { debug: true }).notes).toMatch(/ {4}at [^]*caused by Error: deeper/);
});
