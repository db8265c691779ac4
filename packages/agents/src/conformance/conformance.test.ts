import { formatChecks, type CheckResult } from '@quorum/env/conformance';
import { describe, expect, it } from 'vitest';
import { protocols } from '../protocols/protocols.js';
import { ring } from '../structures/ring.js';
import { structures } from '../structures/structures.js';
import { topologies } from '../topologies/topologies.js';
import {
  assertProtocolConforms,
  assertStructureConforms,
  assertTopologyConforms,
} from './assert-conforms.js';
import { checkProtocol } from './check-protocol.js';
import { checkStructure } from './check-structure.js';
import { checkTopology } from './check-topology.js';
import { brokenProtocols } from './fixtures/broken-protocols.js';
import { brokenStructures } from './fixtures/broken-structures.js';
import { brokenTopologies } from './fixtures/broken-topologies.js';

const named = <T extends { readonly name: string }>(parts: readonly T[]): [string, T][] =>
  parts.map((part) => [part.name, part]);

const failures = (results: readonly CheckResult[]): string[] =>
  results.filter(({ status }) => status === 'failed').map(({ name }) => name);

const expectFailure = (results: readonly CheckResult[], name: string): void => {
  expect(failures(results), formatChecks(results)).toEqual([name]);
};

describe('topologies', () => {
  it.each(named(topologies))('%s conforms', async (_, topology) => {
    await assertTopologyConforms(topology);
  });

  it.each(brokenTopologies)('notices when $fault', async ({ create, fails }) => {
    expectFailure(await checkTopology(create()), fails);
  });

  it('has a broken one for every check', async () => {
    const [topology] = topologies;
    const names = topology === undefined ? [] : (await checkTopology(topology)).map(({ name }) => name);
    expect(names.filter((name) => !brokenTopologies.some(({ fails }) => fails === name))).toEqual([]);
  });
});

describe('protocols', () => {
  it.each(named(protocols))('%s conforms', async (_, protocol) => {
    await assertProtocolConforms(protocol);
  });

  it.each(brokenProtocols)('notices when $fault', async ({ create, fails }) => {
    expectFailure(await checkProtocol(create(), { teamSizes: [1, 3], seeds: [1, 2] }), fails);
  });

  it('has a broken one for every check', async () => {
    const [protocol] = protocols;
    const names = protocol === undefined ? [] : (await checkProtocol(protocol)).map(({ name }) => name);
    expect(names.filter((name) => !brokenProtocols.some(({ fails }) => fails === name))).toEqual([]);
  });
});

describe('structures', () => {
  it.each(named(structures))('%s conforms', async (_, structure) => {
    await assertStructureConforms(structure, undefined, { teamSizes: [1, 3] });
  });

  it.each(brokenStructures)('notices when $fault', async ({ create, fails }) => {
    expectFailure(await checkStructure(create(), undefined, { teamSizes: [3] }), fails);
  });

  it('tells what is wrong in the words of the error that a run would end with', async () => {
    const structure = { ...ring, topology: { name: 'none' } };
    await expect(assertStructureConforms(structure)).rejects.toThrowErrorMatchingInlineSnapshot(`
      [Error: ring does not conform:
      FAIL parts: Its parts exist, take the options that it gives them, go together, and fit some team.
             it throws: QuorumError: protocol: turn-taking contradicts the rest of the structure: its seats speak, but in topology none nobody can address anybody.]
    `);
  });
});
