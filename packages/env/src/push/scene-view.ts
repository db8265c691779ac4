import type { Scene } from './scene.js';

/** What observing and measuring ask of a `push` world, whatever moves its bodies. */
export type SceneView = Pick<
  Scene,
  | 'agent'
  | 'agentsAtFace'
  | 'blockIndex'
  | 'blocks'
  | 'bodies'
  | 'body'
  | 'bounds'
  | 'pressedAhead'
  | 'present'
  | 'progress'
  | 'rect'
  | 'requiredAt'
  | 'seats'
>;
