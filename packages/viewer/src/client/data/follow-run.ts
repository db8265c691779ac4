import { effect } from '@preact/signals';
import { following, listing, playing, shown, time } from './state.js';

/** While the page follows a run, it shows an episode that is being played, and goes on to the next when it ends. */
export function followRun(): () => void {
  return effect(() => {
    const run = listing.value;
    if (!following.value || run === null) return;
    const episodes = run.conditions.flatMap((condition) => condition.episodes);
    const own = episodes.find(({ path }) => path === shown.value[0]);
    if (own !== undefined && (own.status === 'playing' || own.status === 'planned')) return;
    const next = episodes.find(({ status }) => status === 'playing');
    if (next !== undefined) watchLive(next.path);
  });
}

/** Shows an episode while it is being played. */
export function watchLive(path: string): void {
  time.value = 0;
  playing.value = false;
  shown.value = [path];
  following.value = true;
}
