export type * from './contract/scenario.js';
export type * from './contract/simulation.js';
export type * from './contract/proposal.js';
export type { Rng } from './rng/rng.js';
export { createRng, type RngPathPart } from './rng/create-rng.js';
export { ENGINE_VERSION } from './physics/engine.js';
export { findScenario, scenarios } from './registry.js';
export type { Divergence } from './verify/checker.js';
export { isWorldEvent, resimulate } from './verify/resimulate.js';
