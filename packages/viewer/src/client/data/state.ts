import { computed, signal } from '@preact/signals';
import type { RunListing } from '../../protocol/protocol.js';
import type { LoadedEpisode } from '../../model/loaded-episode.js';

/** Something that was clicked: the world jumps there and the side panel shows it. */
export type Selection =
  | {
      readonly kind: 'seat';
      readonly seat: number;
      /** `seq` of the start of a call, to show that one as long as the moment shown lies within it. */
      readonly call?: number;
    }
  | { readonly kind: 'task'; readonly task: string }
  | { readonly kind: 'event'; readonly seq: number }
  | { readonly kind: 'graph' }
  | { readonly kind: 'structure' }
  | { readonly kind: 'link'; readonly from: number; readonly to: number }
  | { readonly kind: 'interactions' };

/** Where the page stands with its server. */
export type Link = 'connecting' | 'connected' | 'lost' | 'static';

export const link = signal<Link>('connecting');
export const problem = signal<string | null>(null);
export const listing = signal<RunListing | null>(null);
/** The run that the address of the page asks for. */
export const wanted = signal<string | null>(null);
/** Paths of the episodes that are shown, one or two. */
export const shown = signal<readonly string[]>([]);
/** Loaded episodes by path. */
export const episodes = signal<ReadonlyMap<string, LoadedEpisode>>(new Map());
/** Moment shown, virtual microseconds; one clock for all episodes. */
export const time = signal(0);
export const playing = signal(false);
/** Virtual seconds per second. */
export const speed = signal(1);
/** Stays at the end of an episode that is being played. */
export const following = signal(false);
/** Lets the page control a run that is being played; null where it may only watch. */
export const token = signal<string | null>(null);
export const selection = signal<Selection | null>(null);
/** Which of two episodes the selection is of, and the side panel shows. */
export const focus = signal(0);

/** The episodes shown, as far as they have come. */
export const loaded = computed<readonly LoadedEpisode[]>(() =>
  shown.value.flatMap((path) => {
    const episode = episodes.value.get(path);
    return episode === undefined ? [] : [episode];
  }),
);

/** Virtual time at which the last of the episodes shown ends, microseconds. */
export const endTime = computed(() => Math.max(0, ...loaded.value.map(({ model }) => model?.endTime ?? 0)));

/** The episode that the side panel shows. */
export const focused = computed<LoadedEpisode | null>(
  () => loaded.value[focus.value] ?? loaded.value[0] ?? null,
);

/** Said where the address of the page was made for another run than the one that is served. */
export const otherRun = computed<string | null>(() => {
  const run = listing.value?.run;
  if (wanted.value === null || run === undefined || wanted.value === run) return null;
  return `The address is of the run ${wanted.value}; this is ${run}.`;
});
