import type { AgentFactory } from '../contract/agent.js';
import type { Structure } from '../contract/protocol.js';

/** Raised whenever the episode loop could write another log for the same header and agents. */
const LOOP_VERSION = 1;

/** Versions of the components that can move a result and do not carry their version in their name. */
export function componentVersions(
  team: readonly AgentFactory[],
  structure: Structure,
): Readonly<Record<string, string>> {
  const versions: Record<string, string> = {
    loop: String(LOOP_VERSION),
    [`structure.${structure.name}`]: String(structure.version),
  };
  for (const { name, version } of team) versions[`agent.${name}`] = String(version);
  return versions;
}
