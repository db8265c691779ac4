import { describe, expect, it } from 'vitest';
import { findingsOf, rulesOf } from '../../testing/findings.js';
import type { Story } from '../../testing/story.js';
import { twoTasks } from '../../testing/two-tasks.js';

describe('livelock', () => {
  function tries(count: number, between: (story: Story) => void = () => undefined): Story {
    const story = twoTasks();
    for (let i = 0; i < count; i += 1) {
      story.plan(story.think(0), 'a');
      story.wait(1);
      story.endPlan(0, 'failed');
      if (i === 1) between(story);
    }
    return story;
  }

  it('the same comes to nothing four times, and is found once', () => {
    expect(rulesOf(tries(3))).toEqual([]);
    expect(rulesOf(tries(4))).toEqual(['livelock']);
    expect(findingsOf(tries(4))[0]?.evidence).toHaveLength(8);
    expect(rulesOf(tries(9))).toEqual(['livelock']);
  });

  it('plans that end without having worked at the task are as vain as failed ones', () => {
    const looksIn = (works: boolean): Story => {
      const story = twoTasks();
      for (let i = 0; i < 4; i += 1) {
        story.plan(story.think(0), 'a');
        story.wait(1);
        if (works) story.attempt('a', 2, [], 0);
        story.endPlan(0, 'success');
      }
      return story;
    };
    expect(rulesOf(looksIn(false))).toEqual(['livelock']);
    expect(rulesOf(looksIn(true))).toEqual([]);
  });

  describe('two change places', () => {
    function swap(between: (story: Story) => void = () => undefined): Story {
      const story = twoTasks();
      story.plan(story.think(0), 'a');
      story.plan(story.think(1), 'b');
      for (const [seat, next] of [
        [0, 'b'],
        [1, 'a'],
      ] as const) {
        story.endPlan(seat, 'failed', 'timeout');
        story.plan(story.think(seat), next);
      }
      between(story);
      for (const seat of [0, 1]) story.endPlan(seat, 'failed', 'timeout');
      return story;
    }

    it('each gives up where the other has', () => {
      const [finding, ...others] = findingsOf(swap());
      expect(others).toEqual([]);
      expect(finding).toMatchObject({ rule: 'livelock', seats: [0, 1], severity: 'failure' });
      // Four decisions and how they ended.
      expect(finding?.evidence).toEqual([5, 9, 10, 14, 15, 19, 20, 21]);
      expect(finding?.sentence).toMatch(
        /^Agents 0 and 1 change places \(#\d+ → .*\): agent 1 has given up b and then a, agent 0 a and then b, and neither/,
      );
    });

    it('not where one of them gets something done in between', () => {
      const story = swap((before) => {
        before.open('c');
        before.endAttempt(before.attempt('c', 1, [], 1), true);
      });
      expect(rulesOf(story)).toEqual([]);
    });

    it('not where one comes to, and leaves, a task that the other is at all the while', () => {
      const story = twoTasks();
      story.plan(story.think(0), 'b');
      story.endPlan(0, 'failed', 'timeout');
      story.plan(story.think(0), 'a');
      for (const task of ['a', 'b']) {
        story.plan(story.think(1), task);
        if (task === 'b') story.endPlan(0, 'failed', 'timeout');
        story.endPlan(1, 'failed', 'timeout');
      }
      expect(rulesOf(story)).toEqual([]);
    });

    it('not where both go from the same task to the same next one', () => {
      const story = twoTasks();
      for (const task of ['a', 'b']) {
        for (const seat of [0, 1]) story.plan(story.think(seat), task);
        for (const seat of [0, 1]) story.endPlan(seat, 'failed', 'timeout');
      }
      expect(rulesOf(story)).toEqual([]);
    });
  });

  it('not where somebody has moved the block in between', () => {
    const story = tries(4, (before) => {
      before.endAttempt(before.attempt('a', 2, [], 1, 2), true);
    });
    expect(rulesOf(story)).toEqual([]);
  });
});
