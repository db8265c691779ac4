import type { ListedCondition, ListedEpisode } from '../../protocol/protocol.js';
import { comparedPairs, type ComparedPairs } from '../../model/pairs.js';
import { watchLive } from '../data/follow-run.js';
import { focus, following, listing, playing, selection, shown, time } from '../data/state.js';
import { Badge } from './badge.js';
import { seedText } from './format.js';

/** Pairs of one seed in two conditions, those that the suite compares first; conditions and their episodes. */
export function RunList() {
  const run = listing.value;
  if (run === null) return <main class="list">loading …</main>;
  return (
    <main class="list">
      <p>
        {run.suite} · {run.primary}
      </p>
      <div class="columns">
        <Playing conditions={run.conditions} />
        <Pairs />
        <section class="conditions" aria-label="Conditions">
          <h2>Conditions</h2>
          {run.conditions.map((condition) => (
            <Condition key={condition.fingerprint} condition={condition} />
          ))}
        </section>
      </div>
    </main>
  );
}

/** Episodes that are being played now: a click follows the run from there on. */
function Playing({ conditions }: { conditions: readonly ListedCondition[] }) {
  const now = conditions.flatMap(({ label, modelKind, episodes }) =>
    episodes
      .filter(({ status }) => status === 'playing')
      .map((episode) => ({ episode, name: `${label} (${modelKind})` })),
  );
  if (now.length === 0) return null;
  return (
    <section class="playing" aria-label="Being played">
      <h2>Being played</h2>
      <ul>
        {now.map(({ episode, name }) => (
          <li key={episode.path}>
            <button onClick={() => watchLive(episode.path)}>Watch live</button> {name}, {seedText(episode)}
          </li>
        ))}
      </ul>
    </section>
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
            {seedText(episode)} <b>{scoreText(episode)}</b>
          </button>
        ))}
      </div>
    </div>
  );
}

/** More comparisons than these are not looked through. */
const MOST_COMPARISONS = 40;

function Pairs() {
  const run = listing.value;
  const compared = run === null ? [] : comparedPairs(run).slice(0, MOST_COMPARISONS);
  const declared = compared.filter((each) => each.declared);
  const others = compared.filter((each) => !each.declared);
  return (
    <>
      <Comparisons
        place="declared"
        title="Compared by the suite: a seed opens both side by side"
        compared={declared}
      />
      <Comparisons
        place="others"
        title={
          declared.length === 0
            ? 'Two conditions: a seed opens both side by side'
            : 'Others that differ in one thing'
        }
        compared={others}
      />
    </>
  );
}

function Comparisons({
  place,
  title,
  compared,
}: {
  place: string;
  title: string;
  compared: readonly ComparedPairs[];
}) {
  if (compared.length === 0) return null;
  return (
    <section class={place} aria-label={title}>
      <h2>{title}</h2>
      {compared.map((each) => (
        <Comparison key={`${each.condition.fingerprint} ${each.baseline.fingerprint}`} compared={each} />
      ))}
    </section>
  );
}

/** Two conditions and their pairs: a click shows both episodes side by side. */
function Comparison({ compared: { axis, baseline, condition, pairs } }: { compared: ComparedPairs }) {
  const isOneKind = baseline.modelKind === condition.modelKind;
  const name = ({ label, modelKind }: ListedCondition): string =>
    isOneKind ? label : `${label} (${modelKind})`;
  return (
    <div class="comparison">
      <h3>
        {name(condition)} <span class="faint">against</span> {name(baseline)}{' '}
        <span class="badge faint">
          {axis === null ? 'differ in several things' : axis}
          {isOneKind ? ` · ${condition.modelKind}` : ''}
        </span>
      </h3>
      <div class="chips">
        {pairs.map(({ baseline: other, episode, difference }) => (
          <button
            key={episode.path}
            title={`side by side: ${scoreText(other)} and ${scoreText(episode)}`}
            onClick={() => open([other.path, episode.path])}
          >
            {seedText(episode)} <b>{differenceText(difference)}</b>
          </button>
        ))}
      </div>
    </div>
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

function differenceText(difference: number): string {
  return `${difference > 0 ? '+' : difference < 0 ? '−' : ''}${Math.abs(difference).toFixed(2)}`;
}
