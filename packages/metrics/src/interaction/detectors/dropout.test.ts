import { describe, expect, it } from 'vitest';
import { findingsOf, rulesOf } from '../../testing/findings.js';
import type { Story } from '../../testing/story.js';
import { twoTasks } from '../../testing/two-tasks.js';

describe('dropout', () => {
  /** Agent 0 is at a task that takes two; agent 1 is asked every three seconds, and makes this of it. */
  function asked(times: number, answer: (story: Story, end: number) => void = () => undefined): Story {
    const story = twoTasks(3);
    story.plan(story.think(0), 'a');
    for (let i = 0; i < times; i += 1) {
      const end = story.think(1);
      answer(story, end);
      story.plan(end, null);
      story.wait(3);
      story.endPlan(1);
    }
    return story;
  }

  it('one is asked again and again, and does nothing, while it is missed', () => {
    expect(rulesOf(asked(10))).toEqual([]);
    const [finding, ...others] = findingsOf(asked(20));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'dropout', severity: 'failure', seats: [1], task: 'a' });
    expect(finding?.sentence).toMatch(
      /^Agent 1 has been asked 10 times in 30 s \(.*\) and has said, planned and done nothing, while a has 1 of 2 agents\.$/,
    );
  });

  it('not one who says something, or cannot answer in format', () => {
    const talks = asked(20, (story, end) => void story.say(end, { kind: 'inform', work: false }));
    expect(rulesOf(talks)).toEqual([]);
    const garbled = asked(20);
    const events = garbled.events.map((event) =>
      event.type === 'activation.ended' && event.seat === 1
        ? { ...event, outcome: 'invalid' as const }
        : event,
    );
    expect(findingsOf({ header: garbled.header, events })).toEqual([]);
  });

  it('not where enough are at every task', () => {
    const story = twoTasks(3);
    story.close('b');
    for (const seat of [0, 2]) story.plan(story.think(seat), 'a');
    for (let i = 0; i < 20; i += 1) {
      story.think(1);
      story.wait(3);
    }
    expect(rulesOf(story)).toEqual([]);
  });
});
