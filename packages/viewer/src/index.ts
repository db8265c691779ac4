/**
 * The viewer: a server that follows the files of a run, and the page that shows them.
 * @module
 */
export { startViewer, type Viewer, type ViewerOptions } from './server/start-viewer.js';
export type { EpisodeFiles, RunControl, RunSource } from './server/run-source.js';
export {
  PROTOCOL,
  type Addressing,
  type ListedComparison,
  type ListedCondition,
  type ListedEpisode,
  type RunListing,
  type TeamMoment,
} from './protocol/protocol.js';
export { exportReplay } from './export/export-replay.js';
