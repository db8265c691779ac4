import { communicationOf } from '@quorum/agents';
import { TICKS_PER_SECOND, type EpisodeHeader, type QuorumEvent } from '@quorum/events';
import type { ExitCode } from '../output/exit-codes.js';
import { textTable } from '../output/text-table.js';
import type { Terminal } from '../output/terminal.js';
import { structureParts } from '../suite/structure-parts.js';
import { modelKinds, teamLabel, teamModels, teamNames } from '../suite/team.js';
import { displayPath } from '../system/paths.js';
import { openLog, reportDamage } from './log-file.js';

/** `quorum log info`: what a log is and holds. */
export function logInfo(target: string, options: { json: boolean }, terminal: Terminal): ExitCode {
  const { path, log } = openLog(target);
  const types = new Map<string, number>();
  let events = 0;
  let last: QuorumEvent | undefined;
  for (const event of log) {
    types.set(event.type, (types.get(event.type) ?? 0) + 1);
    events += 1;
    last = event;
  }
  const counts = [...types].sort(([a], [b]) => (a < b ? -1 : 1));
  const ended = last?.type === 'episode.ended' ? last : undefined;
  if (options.json) {
    const { header, complete, damage } = log;
    const summary = {
      path,
      complete,
      damage,
      events,
      lastTick: last?.tick ?? null,
      lastTimeMicros: last?.time ?? null,
      status: ended?.status ?? null,
      score: ended?.score ?? null,
      maxScore: ended?.maxScore ?? null,
      types: Object.fromEntries(counts),
      header,
    };
    terminal.out(JSON.stringify(summary, null, 2));
    return reportDamage(path, log, terminal);
  }
  terminal.out(displayPath(path));
  if (log.header !== null) for (const line of headerLines(log.header)) terminal.out(line);
  if (last) {
    const seconds = (last.tick / TICKS_PER_SECOND).toFixed(1);
    terminal.out(
      `reaches    tick ${last.tick} (${seconds} s of body time), virtual time ${last.time / 1e6} s`,
    );
  }
  terminal.out(
    `ended      ${ended ? `${ended.status}, ${ended.score} of ${ended.maxScore} points` : 'not finished'}`,
  );
  terminal.out(`events     ${events}`);
  if (events > 0) {
    const rows = counts.map(([type, count]) => [type, `${count}`]);
    terminal.out(textTable(['type', 'count'], rows, terminal.color));
  }
  return reportDamage(path, log, terminal);
}

function headerLines(header: EpisodeHeader): string[] {
  const { mode, profile, timeScale } = header.clock;
  const { calls, tokens } = header.limits;
  const { topology, protocol, channel } = structureParts(header);
  const models = teamModels(header);
  const deadline = header.deadlineMicros === null ? 'none' : `${header.deadlineMicros / 1e6} s`;
  const budget = [
    ...(calls === null ? [] : [`, ${calls} model calls`]),
    ...(tokens === null ? [] : [`, ${tokens} tokens`]),
  ];
  return [
    `scenario   ${header.scenario} ${JSON.stringify(header.options)}`,
    `team       ${teamLabel(teamNames(header))} (${modelKinds(header).join(', ')}), structure ${header.structure}`,
    ...(models.length === 0 ? [] : [`model      ${models.join(', ')}`]),
    `talk       ${communicationOf(header)}, topology ${topology.label}, protocol ${protocol.label}, channel ${channel.label}`,
    `clock      ${mode}, ${profile}, time scale ${timeScale}`,
    `limits     horizon ${header.horizonTicks / TICKS_PER_SECOND} s, deadline ${deadline}${budget.join('')}`,
    `sample     seed ${header.seed}, repeat ${header.repeat}`,
    `versions   ${Object.entries(header.versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}`,
  ];
}
