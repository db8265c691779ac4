import { control } from '../data/connect.js';
import { listing, token } from '../data/state.js';

const SPEEDS = [0.25, 0.5, 1, 2, 4, 8] as const;

/** Pause, step, speed and stop of a run that is being played, and what it costs; for those with the token. */
export function LiveControls() {
  const state = listing.value?.playing ?? null;
  if (state === null) return null;
  const { paused, speed, cost } = state;
  const may = token.value !== null;
  return (
    <div class="live-controls" role="group" aria-label="The run that is being played">
      <span class="live">{paused ? 'paused' : 'live'}</span>
      {cost === null ? null : <span class="cost">{cost}</span>}
      {may ? (
        <>
          <button onClick={() => control({ do: paused ? 'resume' : 'pause' })}>
            {paused ? 'Resume' : 'Pause run'}
          </button>
          <button onClick={() => control({ do: 'step' })} disabled={!paused} title="one second of body time">
            Step
          </button>
          <label>
            pace{' '}
            <select
              value={speed === null ? '' : String(speed)}
              onChange={({ currentTarget: { value } }) =>
                control({ do: 'speed', speed: value === '' ? null : Number(value) })
              }
            >
              <option value="">as fast as it goes</option>
              {offered(speed).map((each) => (
                <option key={each} value={String(each)}>
                  {each}×
                </option>
              ))}
            </select>
          </label>
          <button onClick={() => control({ do: 'stop' })}>Stop run</button>
        </>
      ) : null}
    </div>
  );
}

/** With the one that the command line asked for, whichever it is. */
function offered(speed: number | null): readonly number[] {
  if (speed === null || SPEEDS.some((each) => each === speed)) return SPEEDS;
  return [...SPEEDS, speed].sort((a, b) => a - b);
}
