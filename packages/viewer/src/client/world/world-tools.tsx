import { episodes } from '../data/state.js';
import { followed } from './layers.js';
import { LayersMenu } from './layers-menu.js';
import type { WorldScene } from './world-scene.js';

const ZOOM_STEP = 1.5;

interface Props {
  readonly path: string;
  readonly scene: WorldScene;
  /** Draws the world again. */
  readonly redraw: () => void;
}

/** What mouse and wheel do on a world, for those who use neither; and what it shows. */
export function WorldTools({ path, scene, redraw }: Props) {
  const model = episodes.value.get(path)?.model ?? null;
  const seat = followed.value;
  const then = (change: () => void) => () => {
    change();
    redraw();
  };
  return (
    <div class="world-tools" role="group" aria-label="World">
      <button aria-label="zoom in" title="zoom in" onClick={then(() => scene.zoom(ZOOM_STEP))}>
        +
      </button>
      <button aria-label="zoom out" title="zoom out" onClick={then(() => scene.zoom(1 / ZOOM_STEP))}>
        −
      </button>
      <button
        aria-label="show the whole world"
        title="show the whole world"
        onClick={then(() => {
          followed.value = null;
          scene.reset();
        })}
      >
        ⤢
      </button>
      <LayersMenu model={model} />
      {seat === null ? null : (
        <button class="following" title="f" onClick={() => (followed.value = null)}>
          following agent {seat} ×
        </button>
      )}
    </div>
  );
}
