import type { ListedCondition, ListedEpisode } from '../../protocol/protocol.js';
import { pairsOf } from '../../model/pairs.js';
import { watchLive } from '../data/follow-run.js';
import { focus, following, listing, playing, selection, shown, time } from '../data/state.js';
import { Badge } from './badge.js';

/** Conditions and their episodes; pairs of the same seed in two conditions, the most different first. */
export function RunList() {
  const run = listing.value;
  if (run === null) return <main class="list">loading …</main>;
  const current = run.conditions
    .flatMap(({ episodes }) => episodes)
    .find(({ status }) => status === 'playing');
  return (
    <main class="list">
      <p>
        {run.suite} · {run.primary}{' '}
        {current === undefined ? null : <button onClick={() => watchLive(current.path)}>Watch live</button>}
      </p>
      <section aria-label="Conditions">
        <h2>Conditions</h2>
        {run.conditions.map((condition) => (
          <Condition key={condition.fingerprint} condition={condition} />
        ))}
      </section>
      <Pairs />
    </main>
  );
}

function Condition({ condition }: { condition: ListedCondition }) {
  const { label, episodes } = condition;
  return (
    <div class="condition">
      <h3>
        {label} <Badge condition={condition} />
      </h3>
      <div class="chips">
        {episodes.map((episode) => (
          <button
            key={episode.path}
            disabled={episode.status === 'planned'}
            title={episode.status}
            onClick={() => open([episode.path])}
          >
            seed {episode.seed}
            {episode.repeat > 1 ? `.${episode.repeat}` : ''} <b>{scoreText(episode)}</b>
          </button>
        ))}
      </div>
    </div>
  );
}

function Pairs() {
  const run = listing.value;
  const pairs = run === null ? [] : pairsOf(run).slice(0, 30);
  if (pairs.length === 0) return null;
  return (
    <section aria-label="Pairs">
      <h2>Same seed, two conditions: the most different first</h2>
      <table>
        <thead>
          <tr>
            <th>difference</th>
            <th>seed</th>
            <th>one</th>
            <th>other</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ seed, one, other, difference }) => (
            <tr key={`${one.episode.path} ${other.episode.path}`}>
              <td>{difference.toFixed(3)}</td>
              <td>{seed}</td>
              <td>
                {one.label} <b>{scoreText(one.episode)}</b>
              </td>
              <td>
                {other.label} <b>{scoreText(other.episode)}</b>
              </td>
              <td>
                <button onClick={() => open([one.episode.path, other.episode.path])}>side by side</button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function open(paths: readonly string[]): void {
  history.pushState(null, '', location.href);
  time.value = 0;
  playing.value = false;
  following.value = false;
  selection.value = null;
  focus.value = 0;
  shown.value = paths;
}

function scoreText({ score, status }: ListedEpisode): string {
  return score === null ? status : score.toFixed(2);
}
