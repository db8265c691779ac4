import { scenarios } from '@quorum/env';
import { describe, expect, it } from 'vitest';
import { createHeader } from './create-header.js';
import { resolveOptions } from './resolve-options.js';

describe.each(scenarios)('$name', (scenario) => {
  const known = Object.keys(scenario.options.parse({})).join(', ');

  it('refuses an unknown option and names the known ones', () => {
    expect(() => resolveOptions(scenario, { sightMetres: 5 }, 'options')).toThrow(
      expect.objectContaining({
        code: 'CONFIG_INVALID',
        message: `options: ${scenario.name} has no option 'sightMetres'.`,
        fix: `Did you mean 'sightMeters'? Known options: ${known}.`,
      }),
    );
  });

  it('names the field of a wrong value', () => {
    expect(() => resolveOptions(scenario, { keySeats: [0, 'one'] }, 'options')).toThrow(
      expect.objectContaining({
        code: 'CONFIG_INVALID',
        message: expect.stringMatching(/^options\.keySeats\.1: /) as string,
      }),
    );
    expect(() => resolveOptions(scenario, { keySeats: [1, 1] }, 'options')).toThrow(
      /^options\.keySeats: .*twice/,
    );
  });

  it('refuses seats that the team does not have before anything is built', () => {
    const header = (seats: number) =>
      createHeader({
        scenario: scenario.name,
        options: { keySeats: [2] },
        seed: 1,
        repeat: 1,
        team: Array.from({ length: seats }, () => 'random'),
        structure: 'individual',
        clock: { mode: 'barrier', profile: 'zero-v1', timeScale: 1 },
      });
    expect(() => header(2)).toThrow(
      expect.objectContaining({
        code: 'CONFIG_INVALID',
        message: expect.stringMatching(/^options\.keySeats: .*seat 2/) as string,
      }),
    );
    expect(header(3).options['keySeats']).toEqual([2]);
  });

  it('fills in every default', () => {
    expect(resolveOptions(scenario, { keySeats: [1] }, 'options')).toEqual({
      ...scenario.options.parse({}),
      keySeats: [1],
    });
  });
});
