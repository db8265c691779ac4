import { useEffect } from 'preact/hooks';
import { runPlayback } from './data/playback.js';
import { followRun } from './data/follow-run.js';
import { listenToKeys } from './data/keys.js';
import { followReducedMotion } from './data/reduced-motion.js';
import { focus, listing, loaded, link, otherRun, problem, shown } from './data/state.js';
import { DifferenceLine, WithDifference } from './panels/difference-line.js';
import { EpisodeHead } from './panels/episode-head.js';
import { seedText } from './panels/format.js';
import { LiveControls } from './panels/live-controls.js';
import { RunList } from './panels/run-list.js';
import { SidePanel } from './panels/side-panel.js';
import { Transport } from './panels/transport.js';
import { Timeline } from './timeline/timeline.js';
import { followed } from './world/layers.js';
import { WorldPanel } from './world/world-panel.js';

const LINK_TEXT = {
  connecting: 'connecting …',
  connected: '',
  lost: 'connection lost, trying again …',
  static: '',
};

/** The whole page: the list of episodes, or one or two of them. */
export function App() {
  useEffect(() => {
    const stops = [runPlayback(), listenToKeys(), followRun(), followReducedMotion()];
    return () => stops.forEach((stop) => stop());
  }, []);
  const run = listing.value;
  return (
    <>
      <header class="top">
        <a href="./" onClick={home}>
          Quorum
        </a>
        <h1>{run === null ? '' : run.title}</h1>
        <LiveControls />
        <span class="link" role="status">
          {problem.value ?? otherRun.value ?? LINK_TEXT[link.value]}
        </span>
      </header>
      {shown.value.length === 0 ? <RunList /> : <Watch />}
    </>
  );
}

function home(event: MouseEvent): void {
  event.preventDefault();
  shown.value = [];
}

/** `6x chat · debate, seed 8`; empty before the list of the run has come. */
function nameOf(path: string): string {
  for (const { label, episodes } of listing.value?.conditions ?? []) {
    const episode = episodes.find((each) => each.path === path);
    if (episode !== undefined) return `${label}, ${seedText(episode)}`;
  }
  return '';
}

/** One episode, or two side by side on one clock. */
function Watch() {
  useEffect(() => () => void (followed.value = null), []);
  return (
    <main class="watch">
      <div class={`worlds of-${shown.value.length}`}>
        {shown.value.map((path, i) => (
          <section
            key={path}
            class="episode"
            aria-label={nameOf(path)}
            onPointerDownCapture={() => (focus.value = i)}
          >
            <EpisodeHead path={path} />
            <WorldPanel path={path} />
          </section>
        ))}
      </div>
      <SidePanel />
      <div class="times">
        <Transport />
        <DifferenceLine />
        {loaded.value.map(({ path, model }, i) =>
          model === null ? null : (
            <WithDifference key={path} place={i}>
              <Timeline model={model} events={model.events.length} />
            </WithDifference>
          ),
        )}
      </div>
    </main>
  );
}
