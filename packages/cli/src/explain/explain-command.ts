import { QuorumError } from '@quorum/events';
import { explainEpisode } from '@quorum/metrics';
import { openLog, reportDamage } from '../log/log-file.js';
import type { ExitCode } from '../output/exit-codes.js';
import type { Terminal } from '../output/terminal.js';
import { modelKinds, teamLabel, teamNames } from '../suite/team.js';
import { displayPath } from '../system/paths.js';

/**
 * `quorum explain`: what went wrong in an episode and why, as text.
 * @throws QuorumError `FILE_UNREADABLE`; `LOG_CORRUPT` when there is not even a header
 */
export function explainCommand(target: string, { json }: { json: boolean }, terminal: Terminal): ExitCode {
  const { path, log } = openLog(target);
  const { header } = log;
  if (header === null) {
    throw new QuorumError('LOG_CORRUPT', `${displayPath(path)} has no header.`, {
      fix: 'play the episode again.',
    });
  }
  const { verdict, parts } = explainEpisode(header, log);
  if (json) {
    terminal.out(JSON.stringify({ path, verdict, parts }, null, 2));
    return reportDamage(path, log, terminal);
  }
  const { bold, dim } = terminal.color;
  terminal.out(bold(verdict));
  const kind = modelKinds(header).join('+');
  const { scenario, structure, seed } = header;
  terminal.out(dim(`${scenario}, seed ${seed}, ${teamLabel(teamNames(header))} (${kind}), ${structure}`));
  for (const { title, lines } of parts) {
    terminal.out(`\n${bold(title)}`);
    for (const line of lines) terminal.out(`  ${line}`);
  }
  return reportDamage(path, log, terminal);
}
