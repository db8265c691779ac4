import { Writable } from 'node:stream';
import { vi } from 'vitest';
import { execute } from '../../packages/cli/src/execute.js';
import { createTerminal } from '../../packages/cli/src/output/terminal.js';

/**
 * Does what the command does, from source and in this process: for what takes less time than a process to start. What it prints is text without the last line end, as of a started command.
 */
export async function quorumInProcess(
  args: readonly string[],
  { env = {} }: { env?: Readonly<Record<string, string>> } = {},
): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  // The command silences what client packages of models print there.
  const { warn } = console;
  try {
    const exitCode = await execute(args, {
      ...createTerminal(),
      interactive: false,
      out: (line) => stdout.push(`${line}\n`),
      write: (text) => stdout.push(text),
      note: (line) => stderr.push(`${line}\n`),
      stderr: new Writable({
        write(chunk, _, done) {
          stderr.push(String(chunk));
          done();
        },
      }),
    });
    return { exitCode, stdout: printed(stdout), stderr: printed(stderr) };
  } finally {
    vi.unstubAllEnvs();
    console.warn = warn;
  }
}

const printed = (parts: readonly string[]): string => parts.join('').replace(/\n$/, '');
