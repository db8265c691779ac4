import type { EpisodeModel } from '../../model/episode-model.js';
import { sightMeters } from '../../model/sight.js';
import { LAYERS, layers, type Layer } from './layers.js';

const NAMES: Record<Layer, string> = {
  sight: 'sight',
  paths: 'planned ways',
  forces: 'forces and rings',
  bubbles: 'words',
  labels: 'names',
};

/** What the world shows, to be switched on and off. */
export function LayersMenu({ model }: { model: EpisodeModel | null }) {
  return (
    <details class="layers">
      <summary>Shown</summary>
      <fieldset>
        <legend class="unseen">What the world shows</legend>
        {LAYERS.map((layer) => (
          <label key={layer}>
            <input
              type="checkbox"
              checked={layers.value[layer]}
              onChange={({ currentTarget }) =>
                (layers.value = { ...layers.value, [layer]: currentTarget.checked })
              }
            />{' '}
            {NAMES[layer]}
            {layer === 'sight' && model !== null ? <span class="faint"> {reach(model)}</span> : null}
          </label>
        ))}
      </fieldset>
    </details>
  );
}

function reach({ header }: EpisodeModel): string {
  const meters = sightMeters(header);
  return meters === null ? 'unlimited: no circles' : `${meters} m`;
}
