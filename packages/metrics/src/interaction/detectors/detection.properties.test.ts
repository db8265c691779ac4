import { arbitraryLog } from '@quorum/events/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findingsOf } from '../../testing/findings.js';
import { Story } from '../../testing/story.js';
import { createDetection } from './create-detection.js';
import { detectors } from './detectors.js';
import { RULES } from './finding.js';
import { defaultThresholds } from './thresholds.js';

const log = arbitraryLog();

it('has a detector for every rule, in their order', () => {
  expect(detectors.map(({ id }) => id)).toEqual(RULES);
});

it('finds the same event by event, on any prefix, as over the whole log; evidence lies in the past', () => {
  fc.assert(
    fc.property(log, fc.nat(), ({ header, events }, cut) => {
      const all = findingsOf({ header, events });
      const end = cut % (events.length + 1);
      const last = events[end - 1]?.seq ?? -1;
      const early = findingsOf({ header, events: events.slice(0, end) });
      expect(early).toEqual(all.slice(0, early.length));
      for (const { evidence } of early) expect(Math.max(...evidence)).toBeLessThanOrEqual(last);
      for (const { evidence, seats } of all) {
        expect(evidence).toEqual([...new Set(evidence)].sort((a, b) => a - b));
        expect(seats).toEqual([...new Set(seats)].sort((a, b) => a - b));
      }
    }),
    { numRuns: 100 },
  );
});

it('never reads the ground truth', () => {
  fc.assert(
    fc.property(log, ({ header, events }) => {
      const blind = events.filter(
        ({ type, ...event }) =>
          type !== 'fault.injected' &&
          !(type === 'intervention.applied' && 'kind' in event && event.kind === 'note'),
      );
      expect(findingsOf({ header, events: blind })).toEqual(findingsOf({ header, events }));
    }),
    { numRuns: 50 },
  );
});

it('runs a choice of detectors with other thresholds', () => {
  const { header, events } = new Story(2);
  const story = { header, events };
  const chosen = detectors.filter(({ id }) => id === 'deadlock');
  const detection = createDetection(header, { ...defaultThresholds, idleSeconds: 1 }, chosen);
  const filled = new Story(2);
  filled.open('a');
  filled.wait(3);
  expect(story.events.flatMap((event) => [...detection.push(event)])).toEqual([]);
  expect(filled.events.flatMap((event) => detection.push(event)).map(({ id }) => id)).toEqual(['deadlock-1']);
});

it('says why a rule cannot fire', () => {
  const silent = new Story(3, { topology: { name: 'none', options: {} } }).header;
  const free = new Story(3, { channel: { form: 'free' } }).header;
  const mute = detectors.filter(({ canFire }) => canFire(silent) !== true).map(({ id }) => id);
  expect(mute).toEqual([
    'early-termination',
    'drop',
    'orphan',
    'excessive-rerouting',
    'repeated-subproblem',
    'cross-lineage',
    'handoff-drop',
    'false-claim',
  ]);
  const untyped = detectors.filter(({ canFire }) => canFire(free) !== true).map(({ id }) => id);
  expect(untyped).toEqual(['excessive-rerouting', 'repeated-subproblem', 'handoff-drop', 'false-claim']);
  const lone = detectors.filter(({ canFire }) => canFire(new Story(1).header) !== true);
  expect(lone.map(({ id }) => id)).toContain('physical-deadlock');
  expect(detectors.every(({ canFire }) => canFire(new Story(3).header) === true)).toBe(true);
});
