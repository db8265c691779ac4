import { QuorumError } from '@quorum/events';
import { expect, it } from 'vitest';
import { channelSpec } from './channel-spec.js';
import { checkChannel } from './check-channel.js';

const window = { fromSeconds: 1, toSeconds: 2, groups: [[0, 1], [2]] };

it.each([
  [{ windowSeconds: 5 }, 'channel.windowSeconds'],
  [{ windowSeconds: 0.001, messages: 1 }, 'channel.windowSeconds'],
  [{ gateSeconds: 5 }, 'channel.gateSeconds'],
  [{ gate: 'on-event', gateSeconds: 5 }, 'channel.gateSeconds'],
  [{ partitions: [{ ...window, toSeconds: 1 }] }, 'channel.partitions.0.toSeconds'],
  [{ partitions: [window, { ...window, toSeconds: 0.5 }] }, 'channel.partitions.1.toSeconds'],
  [{ partitions: [{ ...window, groups: [[0], [3]] }] }, 'channel.partitions.0.groups.1'],
  [{ partitions: [{ ...window, groups: [[0, 1, 0]] }] }, 'channel.partitions.0.groups.0'],
])('refuses %j', (options, field) => {
  const error = catchError(() => {
    checkChannel(channelSpec.parse(options), 3);
  });
  expect(error.code).toBe('CONFIG_INVALID');
  expect(error.message).toContain(`${field}: `);
  expect(error.fix).toMatch(/\.$/);
});

it.each([
  {},
  { windowSeconds: 5, bytes: 100 },
  { gate: 'interval', gateSeconds: 5 },
  { partitions: [window, { ...window, groups: [[0, 1], [1, 2], []] }] },
])('takes %j', (options) => {
  expect(() => {
    checkChannel(channelSpec.parse(options), 3);
  }).not.toThrow();
});

function catchError(act: () => void): QuorumError {
  try {
    act();
  } catch (error) {
    if (QuorumError.isInstance(error)) return error;
  }
  throw new Error('No QuorumError was thrown.');
}
