import type { Face } from './faces.js';
import type { SceneView } from './scene-view.js';

/** A place at a face, numbered for bodies of the seat's own size. */
export interface Claim {
  readonly seat: number;
  readonly slot: number;
}

/** Places at a face that other seats hold or are on their way to. */
export function claims({ seats }: SceneView, seat: number, block: string, face: Face): Claim[] {
  return seats.flatMap(({ action, memory }, other) => {
    if (other === seat || (action?.type !== 'moveToFace' && action?.type !== 'rendezvous')) return [];
    if (action.block !== block || action.face !== face) return [];
    const slot = memory !== null && typeof memory === 'object' && 'slot' in memory ? memory['slot'] : null;
    return typeof slot === 'number' ? [{ seat: other, slot }] : [];
  });
}

/** Seats that are at a face to push its block: those who push, and those who wait there for a common start. */
export function gatheredAt(scene: SceneView, index: number, face: Face): number[] {
  const block = scene.blocks[index]?.id;
  return scene.agentsAtFace(index, face).filter((seat) => {
    const action = scene.seats[seat]?.action;
    return action?.type === 'push' || action?.type === 'rendezvous' ? action.block === block : false;
  });
}
