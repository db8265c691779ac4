import type { ClockProfile } from './clock-profile.js';

/** Thinking costs the time that the provider took. For diagnosis: it measures the provider, so it is never ranked. */
export const recorded: ClockProfile = {
  name: 'recorded',
  summary: 'the latency of the provider, as taped; for diagnosis, never ranked',
  diagnostic: true,
  chargeMicros: ({ latencyMs }) => Math.round(latencyMs * 1000),
};
