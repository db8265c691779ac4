import type { ActionOutcome } from '@quorum/events';
import type { SceneView } from './scene-view.js';

/** The block that an action names, or how the action ends where there is none (any more). */
export function findBlock(
  scene: SceneView,
  id: string,
): { readonly index: number } | { readonly outcome: ActionOutcome } {
  const index = scene.blockIndex(id);
  if (index < 0) return { outcome: 'invalid_target' };
  return scene.blocks[index]?.delivered ? { outcome: 'target_gone' } : { index };
}
