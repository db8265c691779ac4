import type { QuorumEvent } from '@quorum/events';
import type { ExitCode } from '../output/exit-codes.js';
import type { Terminal } from '../output/terminal.js';
import { openLog, reportDamage } from './log-file.js';
import { eventFilter, type LogFilter } from './log-filter.js';

/** Options of `quorum log cat` and `quorum log filter`. */
export interface ShowEventsOptions extends LogFilter {
  readonly json: boolean;
}

/** `quorum log cat|filter`: the events of a log, one per line, as they are read. */
export function showEvents(target: string, options: ShowEventsOptions, terminal: Terminal): ExitCode {
  const { path, log } = openLog(target);
  const matches = eventFilter(options);
  for (const event of log) {
    if (matches(event)) terminal.out(options.json ? JSON.stringify(event) : eventLine(event, terminal));
  }
  return reportDamage(path, log, terminal);
}

/** `   12  tick 180   3.000 s  seat 1  plan.committed  {"task":"b3-left",…}  <- 9` */
function eventLine(event: QuorumEvent, { color }: Terminal): string {
  const { seq, tick, time, type, inputs, ...rest } = event;
  const { seat, ...payload } = rest as { seat?: number };
  const columns = [
    String(seq).padStart(6),
    `tick ${tick}`.padEnd(10),
    `${(time / 1_000_000).toFixed(3)} s`.padStart(10),
    (seat === undefined ? '' : `seat ${seat}`).padEnd(7),
    color.bold(type.padEnd(20)),
    JSON.stringify(payload),
    color.dim(inputs.length === 0 ? '' : `<- ${inputs.join(' ')}`),
  ];
  return columns.join('  ').trimEnd();
}
