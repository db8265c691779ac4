import type { EpisodeHeader } from '@quorum/events';
import type { ManifestCondition } from '../run-folder/manifest.js';
import { conditionFingerprint, conditionSlug } from '../suite/condition.js';

/** The condition of an imported episode, as a manifest has it. No suite has set anything. */
export function importCondition(header: EpisodeHeader): ManifestCondition {
  const settings = { options: {}, agentOptions: {}, modelOptions: {}, channel: {} };
  const fingerprint = conditionFingerprint(header);
  return { fingerprint, slug: conditionSlug(header, settings, fingerprint), settings, header };
}
