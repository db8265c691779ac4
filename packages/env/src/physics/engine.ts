import RAPIER from '@dimforge/rapier2d';

await RAPIER.init();

/** Name and version of the physics engine; part of every header, since versions never agree bit for bit. */
export const ENGINE_VERSION = `rapier2d-deterministic-${RAPIER.version()}`;

export { RAPIER };
