import pc from 'picocolors';

type Colors = ReturnType<typeof pc.createColors>;

/** Where a command writes: results on stdout, progress and remarks on stderr. */
export interface Terminal {
  /** A result line on stdout. */
  out(line: string): void;
  /** Raw text on stdout, without a line end. */
  write(text: string): void;
  /** A remark on stderr. */
  note(line: string): void;
  /** Colours for stdout; plain when it is not a terminal. */
  readonly color: Colors;
  /** Colours for stderr. */
  readonly noteColor: Colors;
  /** True when a person watches stderr: progress bars make sense. */
  readonly interactive: boolean;
  readonly stderr: NodeJS.WritableStream;
}

/** The terminal of this process. Colours appear only on a terminal and respect NO_COLOR (no-color.org). */
export function createTerminal(): Terminal {
  const allowed = (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb';
  return {
    out: (line) => void process.stdout.write(`${line}\n`),
    write: (text) => void process.stdout.write(text),
    note: (line) => void process.stderr.write(`${line}\n`),
    color: pc.createColors(allowed && isTerminal(process.stdout)),
    noteColor: pc.createColors(allowed && isTerminal(process.stderr)),
    interactive: isTerminal(process.stderr) && process.env['TERM'] !== 'dumb',
    stderr: process.stderr,
  };
}

// `isTTY` is absent, not false, on a pipe or file; handed to `createColors`, it would let the environment decide.
function isTerminal(stream: NodeJS.WriteStream): boolean {
  return (stream as { isTTY?: boolean }).isTTY === true;
}
