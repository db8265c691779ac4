import { scenarios } from '@quorum/env';
import { describe, expect, it } from 'vitest';
import { resolveOptions } from './resolve-options.js';

describe.each(scenarios)('$name', (scenario) => {
  const known = Object.keys(scenario.options.parse({})).join(', ');

  it('refuses an unknown option and names the known ones', () => {
    expect(() => resolveOptions(scenario, { sightMetres: 5 })).toThrow(
      expect.objectContaining({
        code: 'CONFIG_INVALID',
        message: `options: ${scenario.name} has no option 'sightMetres'.`,
        fix: `Did you mean 'sightMeters'? Known options: ${known}.`,
      }),
    );
  });

  it('names the field of a wrong value', () => {
    expect(() => resolveOptions(scenario, { keySeats: [0, 'one'] })).toThrow(
      expect.objectContaining({
        code: 'CONFIG_INVALID',
        message: expect.stringMatching(/^options\.keySeats\.1: /) as string,
      }),
    );
    expect(() => resolveOptions(scenario, { keySeats: [1, 1] })).toThrow(/^options\.keySeats: .*twice/);
  });

  it('fills in every default', () => {
    expect(resolveOptions(scenario, { keySeats: [1] })).toEqual({
      ...scenario.options.parse({}),
      keySeats: [1],
    });
  });
});
