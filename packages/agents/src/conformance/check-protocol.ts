import type { CheckResult } from '@quorum/env/conformance';
import type { Protocol } from '../contract/protocol.js';
import { runChecks } from './check.js';
import { protocolChecks } from './checks/protocol-checks.js';
import { ProtocolSubject, type ProtocolConformanceOptions } from './protocol-subject.js';

/**
 * Puts a protocol through every check of its contract. It is rehearsed without agents, channel or world: with teams of
 * several sizes, messages that arrive late, twice or never, and seats that are quick to change their plans.
 */
export async function checkProtocol(
  protocol: Protocol,
  options: ProtocolConformanceOptions = {},
): Promise<CheckResult[]> {
  return runChecks(protocolChecks, new ProtocolSubject(protocol, options));
}
