import { builtIn, type Catalog } from '@quorum/agents';
import { QuorumError } from '@quorum/events';
import { planSuite, type SuitePlan } from '../suite/plan-suite.js';
import { readSuite } from '../suite/read-suite.js';
import { parseSuiteYaml } from '../suite/suite-source.js';

/** A small valid suite; tests change a line of it. */
export const SUITE = `suite: tiny-v0
title: Two agents on a small world
scenario: push-nine-v0
agents: [3, 6]
team:
  - random
  - greedy
seeds: 1..2
`;

/** Plans a suite from its text, as from a file \`suite.yaml\`. */
export function planText(text: string, catalog: Catalog = builtIn): SuitePlan {
  const source = parseSuiteYaml(text, 'suite.yaml');
  return planSuite(readSuite(source), source, catalog);
}

/** Code and message of the QuorumError that \`work\` throws. */
export function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (QuorumError.isInstance(error)) return `${error.code} ${error.message}`;
    throw error;
  }
  return 'nothing was refused';
}
