export type * from './contract/agent.js';
export type * from './contract/protocol.js';
export type * from './contract/observer.js';
export { zeroV1, type ClockProfile, type Usage } from './clock/clock-profile.js';
export type { EpisodeSpec } from './episode/episode-spec.js';
