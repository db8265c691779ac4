import { scoreAt } from '../../model/at-time.js';
import { episodes, listing, shown, time } from '../data/state.js';
import { seedText } from './format.js';
import { Badge } from './badge.js';
import { TimeBar } from './time-bar.js';

/** What an episode is, its score at the moment shown, and in one line how it went. */
export function EpisodeHead({ path }: { path: string }) {
  const model = episodes.value.get(path)?.model ?? null;
  const condition = listing.value?.conditions.find((each) => each.episodes.some((own) => own.path === path));
  const episode = condition?.episodes.find((own) => own.path === path);
  return (
    <div class="head">
      <div class="badges">
        {condition === undefined || episode === undefined ? null : (
          <>
            <strong>{condition.label}</strong>
            <span>{seedText(episode)}</span>
          </>
        )}
        {model === null ? null : <Score path={path} />}
        {shown.value.length > 1 ? (
          <button
            onClick={() => (shown.value = shown.value.filter((each) => each !== path))}
            aria-label="close"
          >
            ×
          </button>
        ) : null}
        <Badge condition={condition} />
      </div>
      <p class="verdict">{model === null ? 'loading …' : model.verdict.line(model.findings)}</p>
      <Announcement path={path} />
      {model === null ? null : <TimeBar path={path} />}
    </div>
  );
}

/** For screen readers: points as they are scored, and in the end how it went. */
function Announcement({ path }: { path: string }) {
  const episode = episodes.value.get(path);
  const model = episode?.model ?? null;
  const points = model?.tasks.scores.at(-1)?.total ?? 0;
  const text =
    episode?.complete === true && model !== null ? model.verdict.line(model.findings) : `${points} points`;
  return (
    <p class="unseen" role="status">
      {model === null ? '' : text}
    </p>
  );
}

function Score({ path }: { path: string }) {
  const model = episodes.value.get(path)?.model;
  if (model === null || model === undefined) return null;
  const { points, max } = scoreAt(model, time.value);
  return (
    <span class="points">
      {points}
      {max === null ? '' : ` of ${max}`} points
    </span>
  );
}
