import { lookUp } from '../catalog/look-up.js';
import type { AgentFactory } from '../contract/agent.js';
import { random } from './random.js';

/** Agents that fill seats, by name. */
export const agents: readonly AgentFactory[] = [random];

/** @throws QuorumError `UNKNOWN_NAME` */
export function findAgent(name: string): AgentFactory {
  return lookUp('agent', name, agents);
}
