import { createHash } from 'node:crypto';
import { communicationOf } from '@quorum/agents';
import type { EpisodeHeader, JsonObject } from '@quorum/events';
import { conditionKey } from '@quorum/metrics';
import type { Settings } from './settings.js';
import { structureParts } from './structure-parts.js';
import { teamLabel, teamModels, teamNames } from './team.js';

/** Digits of a fingerprint that are kept: enough to tell any conditions apart, few enough to read. */
const FINGERPRINT_DIGITS = 12;
/** Longer names would not leave room for the rest of a path everywhere. */
const SLUG_LENGTH = 100;

/**
 * Identity of a condition: SHA-256 (first 12 hex digits) of everything in the header but seed and repeat, so of every
 * versioned component that can move a score.
 */
export function conditionFingerprint(header: EpisodeHeader): string {
  return createHash('sha256').update(conditionKey(header)).digest('hex').slice(0, FINGERPRINT_DIGITS);
}

/** Name of the condition's folder: readable, legal on every file system, unique by its fingerprint. */
export function conditionSlug(header: EpisodeHeader, settings: Settings, fingerprint: string): string {
  const { scenario, structure, clock } = header;
  const models = teamModels(header);
  const communication = communicationOf(header);
  const parts = structureParts(header);
  const words = [
    scenario,
    teamLabel(teamNames(header)),
    ...(models.length === 1 ? models : []),
    structure,
    ...(parts.topology.own ? [] : [parts.topology.label]),
    ...(parts.protocol.own ? [] : [parts.protocol.label]),
    ...(communication === 'no-comm' ? [] : [communication]),
    ...(clock.mode === 'barrier' ? [] : [clock.mode]),
    ...[header.fault, header.healing, header.repair].flatMap((part) =>
      part === undefined ? [] : [part.name],
    ),
    ...optionWords(settings.options),
    ...optionWords(settings.channel),
    ...optionWords(settings.agentOptions),
    ...optionWords(settings.modelOptions),
  ];
  const name = words.map(legal).join('_').slice(0, SLUG_LENGTH);
  return `${name}_${fingerprint}`;
}

function optionWords(options: JsonObject): string[] {
  return Object.entries(options).map(([name, value]) => `${name}-${JSON.stringify(value)}`);
}

/** Model names hold colons, slashes and at signs. */
function legal(word: string): string {
  return word.replace(/[^A-Za-z0-9.+-]+/g, '-').replace(/^-|-$/g, '');
}
