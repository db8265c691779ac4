import { describe, expect, it } from 'vitest';
import { findingsOf, rulesOf } from '../../testing/findings.js';
import type { Story } from '../../testing/story.js';
import { twoTasks } from '../../testing/two-tasks.js';

const only = (story: Story, rule: string) => findingsOf(story).filter((finding) => finding.rule === rule);

describe('physical deadlock', () => {
  /** Each of two agents stands at a task that takes both. */
  function apart(): Story {
    const story = twoTasks();
    story.plan(story.think(0), 'a');
    story.plan(story.think(1), 'b');
    story.stand('a', 2, 0);
    story.wait(5);
    story.stand('b', 2, 1);
    return story;
  }

  it('two agents wait at different tasks for each other', () => {
    const story = apart();
    story.wait(35);
    expect(rulesOf(story)).toEqual([]);
    story.wait(60);
    expect(findingsOf(story)).toMatchObject([
      {
        rule: 'physical-deadlock',
        severity: 'failure',
        seats: [0, 1],
        tick: 41 * 60,
        sentence:
          'Agents 0 and 1 have been waiting for each other for 36 s (#5 → #9 → #10 → #16 → #52): 1 of 2 at a, 1 of 2 at b.',
      },
    ]);
  });

  /** After 20 s, agent 1 gives up and plans for this task. */
  function gaveUp(task: string): Story {
    const story = apart();
    story.wait(20);
    story.endPlan(1, 'failed', 'timeout');
    story.wait(2);
    story.plan(story.think(1), task);
    return story;
  }

  it('sooner where one has given up, come back for the same and waited as long again', () => {
    const story = gaveUp('b');
    story.wait(10);
    expect(rulesOf(story)).toEqual([]);
    const helped = gaveUp('a');
    helped.wait(60);
    expect(rulesOf(helped)).toEqual([]);

    const later = twoTasks();
    later.plan(later.think(0), 'a');
    later.plan(later.think(1), 'b');
    later.stand('b', 2, 1);
    later.endPlan(1, 'failed', 'timeout');
    later.plan(later.think(1), 'b');
    later.stand('a', 2, 0);
    later.wait(19);
    expect(rulesOf(later)).toEqual([]);
    later.wait(1);
    expect(findingsOf(later)).toMatchObject([{ rule: 'physical-deadlock', seats: [0, 1], tick: 20 * 60 }]);
  });

  it('not while one who has given up thinks: it may be about to help', () => {
    const story = apart();
    story.wait(30);
    story.endPlan(1, 'failed', 'timeout');
    story.begin(1);
    story.wait(60);
    expect(only(story, 'physical-deadlock')).toEqual([]);
  });

  it('sooner where one has said that it takes something else, and stays', () => {
    const promised = (task: string): Story => {
      const story = apart();
      story.say(story.think(1), { kind: 'commit', task, work: false });
      story.wait(20);
      return story;
    };
    expect(findingsOf(promised('a'))).toMatchObject([{ rule: 'physical-deadlock', tick: 25 * 60 }]);
    expect(rulesOf(promised('b'))).toEqual([]);
  });

  it('not while somebody is on the way', () => {
    const story = twoTasks();
    for (const [seat, task] of ['a', 'b', 'a', 'b'].entries()) story.plan(story.think(seat), task);
    story.stand('a', 2, 0);
    story.stand('b', 2, 1);
    story.wait(60);
    expect(rulesOf(story)).toEqual([]);
  });
});
