import { scenarios, type Scenario } from '@quorum/env';
import { clockProfiles } from '../clock/clock-profiles.js';
import type { ClockProfile } from '../clock/clock-profile.js';
import type { AgentFactory } from '../contract/agent.js';
import type { Structure } from '../contract/protocol.js';
import { agents } from '../reference/agents.js';
import { structures } from '../structures/structures.js';

/** All that a header can name. Replace or extend a list to play with components of your own. */
export interface Catalog {
  readonly scenarios: readonly Scenario[];
  readonly agents: readonly AgentFactory[];
  readonly structures: readonly Structure[];
  readonly clockProfiles: readonly ClockProfile[];
}

/** Everything that comes with Quorum. */
export const builtIn: Catalog = { scenarios, agents, structures, clockProfiles };
