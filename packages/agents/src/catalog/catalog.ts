import { scenarios, type Scenario } from '@quorum/env';
import { clockProfiles } from '../clock/clock-profiles.js';
import type { ClockProfile } from '../clock/clock-profile.js';
import type { AgentFactory } from '../contract/agent.js';
import type { Fault } from '../contract/fault.js';
import type { Healer } from '../contract/healer.js';
import type { Protocol } from '../contract/protocol.js';
import type { RepairPolicy } from '../contract/repair-policy.js';
import type { Structure } from '../contract/structure.js';
import type { Topology } from '../contract/topology.js';
import { faults } from '../faults/faults.js';
import { agents } from '../reference/agents.js';
import { protocols } from '../protocols/protocols.js';
import { repairs } from '../repair/repairs.js';
import { structures } from '../structures/structures.js';
import { topologies } from '../topologies/topologies.js';

/** All that a header can name. Replace or extend a list to play with components of your own. */
export interface Catalog {
  readonly scenarios: readonly Scenario[];
  readonly agents: readonly AgentFactory[];
  readonly structures: readonly Structure[];
  readonly topologies: readonly Topology[];
  readonly protocols: readonly Protocol[];
  readonly clockProfiles: readonly ClockProfile[];
  readonly faults: readonly Fault[];
  /** Empty here: what heals is made of metrics, which this package does not know. The command adds its own. */
  readonly healers: readonly Healer[];
  readonly repairs: readonly RepairPolicy[];
}

/** Everything that comes with Quorum. */
export const builtIn: Catalog = {
  scenarios,
  agents,
  structures,
  topologies,
  protocols,
  clockProfiles,
  faults,
  healers: [],
  repairs,
};
