import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EPISODE_FILES, isComplete } from '../run-folder/episode-files.js';
import type { Manifest, ManifestEpisode } from '../run-folder/manifest.js';
import type { RunProblem } from './run-problem.js';

/** True when nothing says that the episode was ever finished: no log, none of the files that precede it, no record. */
export function isUnplayed(folder: string, { path, wallMs }: ManifestEpisode): boolean {
  return (
    wallMs === null && Object.values(EPISODE_FILES).every((file) => !existsSync(join(folder, path, file)))
  );
}

/** Episodes that were played and whose log is gone, and episode folders that the manifest does not name. */
export function folderProblems(folder: string, { episodes }: Manifest): RunProblem[] {
  const lost = episodes.filter(
    (episode) => !isComplete(join(folder, episode.path)) && !isUnplayed(folder, episode),
  );
  const planned = new Set(episodes.map(({ path }) => path));
  const strange = episodeFolders(folder).filter((path) => !planned.has(path));
  return [
    ...lost.map(({ path }) => ({
      path,
      message: `the episode was played, but ${EPISODE_FILES.events} is missing; \`quorum run\` plays it again`,
    })),
    ...strange.map((path) => ({ path, message: 'the manifest does not name this episode' })),
  ];
}

/** The folders `episodes/CONDITION/EPISODE`, sorted. */
function episodeFolders(folder: string): string[] {
  return subfolders(folder, 'episodes').flatMap((condition) => subfolders(folder, condition));
}

function subfolders(folder: string, path: string): string[] {
  if (!existsSync(join(folder, path))) return [];
  return readdirSync(join(folder, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${path}/${name}`)
    .sort();
}
