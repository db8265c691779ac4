import { AGENT_SECOND_NAMES } from '@quorum/metrics';
import { episodes, time } from '../data/state.js';
import { TIME_COLORS } from '../palette.js';

/** What agents have spent their time on up to the moment shown: a bar and, for those who do not see it, words. */
export function TimeBar({ path }: { path: string }) {
  const model = episodes.value.get(path)?.model ?? null;
  if (model === null) return null;
  const spent = model.timeSpent.at(time.value).filter(({ share }) => share > 0);
  const parts = spent.map(({ part, share }) => ({
    part,
    share,
    name: AGENT_SECOND_NAMES[part],
    percent: percentOf(share),
  }));
  const words = parts.map(({ name, percent }) => `${name} ${percent}`).join(', ');
  return (
    <div class="time-spent">
      <div class="bar" role="img" aria-label={`Time of the agents so far: ${words || 'none yet'}`}>
        {parts.map(({ part, share, name, percent }) => (
          <i
            key={part}
            title={`${name} ${percent}`}
            style={{ width: `${100 * share}%`, background: TIME_COLORS[part] }}
          />
        ))}
      </div>
      <div class="legend" aria-hidden="true">
        {parts.map(({ part, name, percent }) => (
          <span key={part}>
            <i style={{ background: TIME_COLORS[part] }} />
            {name} {percent}
          </span>
        ))}
      </div>
    </div>
  );
}

function percentOf(share: number): string {
  return share < 0.01 ? '< 1 %' : `${Math.round(100 * share)} %`;
}
