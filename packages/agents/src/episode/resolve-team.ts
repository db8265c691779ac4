import { QuorumError, type JsonObject, type SeatSpec } from '@quorum/events';
import type { Catalog } from '../catalog/catalog.js';
import { lookUp } from '../catalog/look-up.js';
import { resolveModelOptions } from '../models/model-options.js';
import type { EpisodeSpec } from './episode-spec.js';
import { optionNames, resolveOptions } from './resolve-options.js';

/** Model of a seat that none is named for: the stand-in, which needs no key. */
export const DEFAULT_MODEL = 'rule-based';

/**
 * Who fills the seats, with all options filled in.
 *
 * @throws QuorumError `UNKNOWN_NAME`; `CONFIG_INVALID` for a wrong option, or one that no agent of the team knows
 */
export function resolveTeam(spec: EpisodeSpec, catalog: Catalog): SeatSpec[] {
  const given = spec.agentOptions ?? {};
  const used = new Set<string>();
  const seats = spec.team.map((member): SeatSpec => {
    const { agent, model } = parseMember(member);
    const factory = lookUp('agent', agent, catalog.agents);
    const known = optionNames(factory.options);
    const thinks = known.includes('model');
    if (model !== null && !thinks) {
      throw new QuorumError('CONFIG_INVALID', `team: '${member}' names a model, but ${agent} uses none.`, {
        fix: `Write '${agent}'.`,
      });
    }
    const own: Record<string, JsonObject[string]> = {};
    for (const [name, value] of Object.entries(given)) {
      if (!known.includes(name)) continue;
      used.add(name);
      own[name] = value;
    }
    if (thinks) {
      const name = model ?? spec.model ?? DEFAULT_MODEL;
      own['model'] = name;
      own['modelOptions'] = resolveModelOptions(name, spec.modelOptions ?? {});
    }
    const options = resolveOptions(factory, own, 'agentOptions');
    return { agent, modelKind: factory.modelKind(options), options };
  });
  refuseUnused(given, used, spec, catalog);
  return seats;
}

/** A member of a team as suites name it: `chat@openai:gpt-5-mini` is the agent `chat` with that model. */
export function parseMember(member: string): { readonly agent: string; readonly model: string | null } {
  const at = member.indexOf('@');
  return at === -1
    ? { agent: member, model: null }
    : { agent: member.slice(0, at), model: member.slice(at + 1) };
}

function refuseUnused(
  given: JsonObject,
  used: ReadonlySet<string>,
  spec: EpisodeSpec,
  catalog: Catalog,
): void {
  const unused = Object.keys(given).find((name) => !used.has(name));
  if (unused === undefined) return;
  const agents = [...new Set(spec.team.map((member) => parseMember(member).agent))];
  const known = agents.flatMap((name) => optionNames(lookUp('agent', name, catalog.agents).options));
  throw new QuorumError(
    'CONFIG_INVALID',
    `agentOptions: ${agents.join(' and ')} know no option '${unused}'.`,
    {
      fix: known.length === 0 ? 'Leave it out.' : `Known options: ${[...new Set(known)].join(', ')}.`,
    },
  );
}
