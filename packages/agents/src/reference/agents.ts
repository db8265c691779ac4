import { lookUp } from '../catalog/look-up.js';
import { chat } from '../chat/chat.js';
import type { AgentFactory } from '../contract/agent.js';
import { central } from './central.js';
import { greedy } from './greedy.js';
import { random } from './random.js';

/** Agents that fill seats, by name. */
export const agents: readonly AgentFactory[] = [random, greedy, central, chat];

/** @throws QuorumError `UNKNOWN_NAME` */
export function findAgent(name: string): AgentFactory {
  return lookUp('agent', name, agents);
}
