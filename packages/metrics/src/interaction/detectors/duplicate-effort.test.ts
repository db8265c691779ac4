import { describe, expect, it } from 'vitest';
import { findingsOf, rulesOf } from '../../testing/findings.js';
import type { Story } from '../../testing/story.js';
import { twoTasks } from '../../testing/two-tasks.js';

describe('duplicate effort', () => {
  /** Agents 0 and 1 are at a task that takes two. */
  function staffed(seats = 4): Story {
    const story = twoTasks(seats);
    for (const seat of [0, 1]) story.plan(story.think(seat), 'a');
    return story;
  }

  it('a third joins two where two are needed, while agents are missed elsewhere', () => {
    const story = staffed();
    story.plan(story.think(2), 'a');
    story.plan(story.think(3), 'b');
    story.wait(20);
    const [finding, ...others] = findingsOf(story);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'duplicate-effort',
      severity: 'warning',
      seats: [0, 1, 2],
      tick: 120,
    });
    expect(finding?.sentence).toMatch(
      /^Agent 2 has joined agents 0 and 1 at a \(.*\), which takes 2 and had as many, and 2 s later b has 1 of 2\.$/,
    );
  });

  it('a third comes back where its plan has failed, and is found once', () => {
    const story = staffed();
    for (let i = 0; i < 4; i += 1) {
      story.plan(story.think(2), 'a');
      story.endPlan(2, 'failed', 'obstructed');
    }
    const [finding, ...others] = findingsOf(story).filter(({ rule }) => rule === 'duplicate-effort');
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ seats: [0, 1, 2], tick: 0 });
    expect(finding?.sentence).toMatch(
      /^Agent 2 has joined agents 0 and 1 at a \(.*\), which takes 2 and had as many, and it has failed there and comes back while b has 0 of 2\.$/,
    );
    const elsewhere = staffed();
    for (const task of ['a', 'b', 'a']) {
      elsewhere.plan(elsewhere.think(2), task);
      elsewhere.endPlan(2, 'failed', 'obstructed');
    }
    expect(rulesOf(elsewhere)).toEqual([]);
  });

  it('not where the third looked before the others were enough', () => {
    const story = twoTasks(4);
    const ends = [0, 1, 2].map((seat) => story.think(seat));
    for (const end of ends) story.plan(end, 'a');
    story.wait(20);
    expect(rulesOf(story)).toEqual([]);
  });

  it('not where nobody is missed, or the third leaves in time and returns', () => {
    const alone = staffed(3);
    alone.close('b');
    alone.plan(alone.think(2), 'a');
    alone.wait(20);
    expect(rulesOf(alone)).toEqual([]);

    const story = staffed();
    story.plan(story.think(2), 'a');
    story.wait(1);
    story.endPlan(2);
    story.plan(story.think(2), 'a');
    story.wait(1);
    expect(rulesOf(story)).toEqual([]);
  });
});
