import { QuorumError, type EpisodeHeader } from '@quorum/events';
import { componentVersions } from '@quorum/agents';
import { versionDifferences } from '../run-folder/version-differences.js';
import { catalog } from '../system/catalog.js';

/** The usual reason for honest differences, as the end of a sentence: other versions than this build's played the log. */
export function otherVersions(header: EpisodeHeader): string {
  const moved = versionDifferences(header.versions, currentVersions(header));
  return moved === '' ? '' : `; it was played by other versions (${moved})`;
}

/** What this build would write into the header; the header's own where this build does not know its components. */
function currentVersions(header: EpisodeHeader): EpisodeHeader['versions'] {
  try {
    return componentVersions(header, catalog);
  } catch (error) {
    if (QuorumError.isInstance(error)) return header.versions;
    throw error;
  }
}
