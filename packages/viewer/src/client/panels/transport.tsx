import { jumpToBreak, SPEEDS } from '../data/keys.js';
import { seek } from '../data/playback.js';
import { endTime, following, loaded, playing, speed, time } from '../data/state.js';

/** Play, pause, speed, and where in time. */
export function Transport() {
  const end = endTime.value;
  const live = loaded.value.some(({ complete }) => !complete);
  return (
    <div class="transport" role="toolbar" aria-label="Playback">
      <button onClick={() => jumpToBreak(-1)} title="previous break (p)" aria-label="previous break">
        ‹ break
      </button>
      <button onClick={() => (playing.value = !playing.value)} title="space" class="play">
        {playing.value ? 'Pause' : 'Play'}
      </button>
      <button onClick={() => jumpToBreak(1)} title="next break (n)" aria-label="next break">
        break ›
      </button>
      <label>
        speed{' '}
        <select value={speed.value} onChange={(event) => (speed.value = Number(event.currentTarget.value))}>
          {SPEEDS.map((each) => (
            <option value={each}>{each}×</option>
          ))}
        </select>
      </label>
      <input
        type="range"
        min={0}
        max={Math.max(1, end)}
        step={10_000}
        value={time.value}
        aria-label="moment shown, virtual seconds"
        aria-valuetext={`${(time.value / 1e6).toFixed(1)} s`}
        onInput={(event) => seek(Number(event.currentTarget.value))}
      />
      <output>
        {(time.value / 1e6).toFixed(1)} / {(end / 1e6).toFixed(1)} s
      </output>
      {live ? (
        <label>
          <input
            type="checkbox"
            checked={following.value}
            onChange={(event) => (following.value = event.currentTarget.checked)}
          />{' '}
          live
        </label>
      ) : null}
    </div>
  );
}
