import { effect } from '@preact/signals';
import { ADDRESSING_FILE, type AddressingChange } from '../../model/addressing-track.js';
import { addPiece, emptyEpisode } from '../../model/loaded-episode.js';
import type { RunListing } from '../../protocol/protocol.js';
import { episodes, link, listing, problem, shown } from './state.js';

/** Whether the page was exported to replay without a server of its own. */
export function isReplay(): boolean {
  return document.querySelector('meta[name="quorum-replay"]') !== null;
}

/** Reads run and episodes from the files that were exported beside the page. */
export function replay(): void {
  link.value = 'static';
  load('run.json')
    .then((bytes) => (listing.value = JSON.parse(new TextDecoder().decode(bytes)) as RunListing))
    .catch(tell);
  effect(() => {
    for (const path of shown.value) {
      if (episodes.peek().has(path)) continue;
      episodes.value = new Map(episodes.peek()).set(path, emptyEpisode(path));
      loadEpisode(path).catch(tell);
    }
  });
}

const tracks = new Map<string, Promise<readonly AddressingChange[]>>();

/** Who may address whom in the course of an episode that was exported, where that changes; loaded once. */
export function loadAddressing(path: string): Promise<readonly AddressingChange[]> {
  const known =
    tracks.get(path) ??
    load(`${path}/${ADDRESSING_FILE}`)
      .then((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as readonly AddressingChange[])
      .catch((error: unknown) => {
        tell(error);
        return [];
      });
  tracks.set(path, known);
  return known;
}

async function loadEpisode(path: string): Promise<void> {
  const [events, frames] = await Promise.all([load(`${path}/events.jsonl`), load(`${path}/frames.bin`)]);
  const from = { events: 0, frames: 0 };
  const whole = addPiece(emptyEpisode(path), {
    episode: path,
    number: 1,
    from,
    events,
    frames,
    complete: true,
  });
  if (whole !== null) episodes.value = new Map(episodes.peek()).set(path, whole);
}

async function load(path: string): Promise<ArrayBuffer> {
  const response = await fetch(path.split('/').map(encodeURIComponent).join('/'));
  if (!response.ok) throw new Error(`${path}: ${response.status} ${response.statusText}`);
  return response.arrayBuffer();
}

function tell(error: unknown): void {
  problem.value = error instanceof Error ? error.message : String(error);
}
