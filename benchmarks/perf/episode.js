import { createHeader } from '@quorum/agents';
import { createEventLog } from '@quorum/events/node';

/** Header of an episode of `push-nine-v0` that a team of three `central` agents plays. */
export function nineHeader(seed) {
  return createHeader({
    scenario: 'push-nine-v0',
    options: {},
    seed,
    repeat: 1,
    team: ['central', 'central', 'central'],
    structure: 'individual',
    clock: { mode: 'barrier', profile: 'zero-v1', timeScale: 1 },
  });
}

/** A log as episodes write it, text and digest, whose text goes nowhere; its events are kept in the list given. */
export function memoryLog(header, events = []) {
  const text = createEventLog(header, () => {});
  return {
    append(draft, tick, timeMicros) {
      const event = text.append(draft, tick, timeMicros);
      events.push(event);
      return event;
    },
  };
}
