/**
 * The cognitive layer: the contracts of agents, protocols and observers, the episode loop that joins them to a world,
 * and the reference agents.
 * @module
 */
export type * from './contract/agent.js';
export type * from './contract/component.js';
export type * from './contract/fault.js';
export type * from './contract/healer.js';
export type * from './contract/message.js';
export type * from './contract/model.js';
export { kindOfModel } from './contract/model.js';
export { ModelFailure } from './contract/model-failure.js';
export type * from './contract/observer.js';
export type * from './contract/protocol.js';
export type * from './contract/repair-policy.js';
export type * from './contract/structure.js';
export type * from './contract/tape.js';
export type * from './contract/topology.js';
export { channelSpec, GATES, type ChannelSpec } from './channel/channel-spec.js';
export { zeroV1, type ClockProfile, type Usage } from './clock/clock-profile.js';
export { clockProfiles, findClockProfile } from './clock/clock-profiles.js';
export { structures, findStructure } from './structures/structures.js';
export { topologies } from './topologies/topologies.js';
export { protocols } from './protocols/protocols.js';
export { agents, findAgent } from './reference/agents.js';
export { builtIn, type Catalog } from './catalog/catalog.js';
export { lookUp } from './catalog/look-up.js';
export { COMMUNICATION, type Communication, type EpisodeSpec } from './episode/episode-spec.js';
export { communicationOf, isMute } from './episode/communication.js';
export { optionNames } from './episode/resolve-options.js';
export { DEFAULT_MODEL, parseMember } from './episode/resolve-team.js';
export { llmOptions, resolveModelOptions, standInOptions } from './models/model-options.js';
export { requestHash } from './models/request-hash.js';
export { openProbe, type Probe } from './probe/open-probe.js';
export { PROBE_VARIANTS, varyMessage, type ProbeVariant } from './probe/vary-message.js';
export {
  askStructured,
  REPAIR_VERSION,
  type Structured,
  type StructuredQuery,
} from './models/ask-structured.js';
export { countTokens, TOKENIZER } from './models/tokenizer.js';
export { componentVersions } from './episode/component-versions.js';
export { graphAt } from './episode/graph-at.js';
export { createHeader } from './episode/create-header.js';
export type { EpisodeOptions, EpisodeOutcome } from './episode/episode-options.js';
export { runEpisode } from './episode/run-episode.js';
export { Episode } from './episode/episode.js';
export type { EpisodeState, TeamState } from './episode/episode-state.js';
export { rerun, type Difference } from './episode/rerun.js';
export {
  askChatModel,
  type ChatAnswer,
  type ChatOptions,
  type StructuredMethod,
} from './models/ask-chat-model.js';
export { langchainClient, type LangchainClientOptions } from './models/langchain-client.js';
export { failureReply, providerFailure, type ProviderFailure } from './models/provider-failure.js';
export { ruleBased } from './stand-in/rule-based.js';
export { openTape, type TapeOptions } from './tape/open-tape.js';
export { parseTape, type ParsedTape } from './tape/parse-tape.js';
export { TAPE_FORMAT, tapeEpisode, tapeHead, tapeLine } from './tape/tape-text.js';
