import { describe, expect, it } from 'vitest';
import { findingsOf, rulesOf } from '../../testing/findings.js';
import { Story } from '../../testing/story.js';
import { twoTasks } from '../../testing/two-tasks.js';

const only = (story: Story, rule: string) => findingsOf(story).filter((finding) => finding.rule === rule);

describe('handoff drop', () => {
  it('nobody takes up what was asked for', () => {
    const story = twoTasks(3);
    story.plan(story.think(0), 'a');
    const request = story.say(story.think(0), { task: 'a' });
    for (const seat of [1, 2]) story.plan(story.think(seat, { shown: [request] }), null);
    story.wait(29);
    expect(rulesOf(story)).toEqual([]);
    story.wait(15);
    const [finding, ...others] = findingsOf(story);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'handoff-drop', seats: [0, 1, 2], task: 'a' });
    expect(finding?.sentence).toMatch(
      /^Agent 0 asked agents 1 and 2 for help at a \(#9 → .*\), and nobody has taken it up for 30 s\.$/,
    );
  });

  it('those who are at the task already are not the ones who are asked', () => {
    const asked = (...shownTo: readonly number[]): Story => {
      const story = new Story(3);
      story.open('a', 3);
      for (const seat of [0, 1]) story.plan(story.think(seat), 'a');
      const request = story.say(story.think(0), { task: 'a', to: shownTo });
      for (const seat of shownTo) if (seat === 2) story.plan(story.think(2, { shown: [request] }), null);
      story.wait(30);
      return story;
    };
    expect(findingsOf(asked(1, 2))).toMatchObject([{ rule: 'handoff-drop', seats: [0, 2], task: 'a' }]);
    expect(rulesOf(asked(1))).toEqual([]);
  });

  it('nobody takes it up who has had the chance, though all think again', () => {
    const story = twoTasks(2);
    story.plan(story.think(0), 'a');
    const request = story.say(story.think(0), { task: 'a' });
    story.plan(story.think(1, { shown: [request] }), null);
    story.wait(10);
    story.endPlan(1);
    story.begin(1);
    story.wait(21);
    expect(rulesOf(story)).toEqual(['handoff-drop']);
  });

  it('not when one of them is at it, all have said no, or they are still at what they had begun', () => {
    const joined = twoTasks(3);
    joined.plan(joined.think(0), 'a');
    const first = joined.say(joined.think(0), { task: 'a' });
    joined.plan(joined.think(1, { shown: [first] }), 'a');
    joined.wait(60);
    expect(rulesOf(joined)).toEqual([]);

    const refused = twoTasks(2);
    refused.plan(refused.think(0), 'a');
    const second = refused.say(refused.think(0), { task: 'a' });
    refused.say(refused.think(1, { shown: [second] }), { kind: 'refuse', task: 'a', work: false });
    refused.wait(60);
    expect(rulesOf(refused)).toEqual([]);

    const busy = twoTasks(2);
    busy.plan(busy.think(1), 'b');
    busy.plan(busy.think(0), 'a');
    const third = busy.say(busy.think(0), { task: 'a' });
    busy.think(1, { shown: [third], purpose: 'interrupt' });
    busy.wait(60);
    expect(rulesOf(busy)).toEqual([]);
    busy.endPlan(1);
    busy.plan(busy.think(1), null);
    busy.wait(6);
    expect(rulesOf(busy)).toEqual(['handoff-drop']);
  });
});

describe('early termination of a task', () => {
  /** Agent 0 has worked at a task and says that it is done. */
  function declared(): Story {
    const story = twoTasks(2);
    story.plan(story.think(0), 'a');
    story.wait(2);
    story.say(story.think(0), { kind: 'inform', task: 'a', work: false });
    story.endPlan(0, 'interrupted', 'replaced');
    return story;
  }

  it('called done, left, and open', () => {
    const story = declared();
    story.wait(20);
    expect(findingsOf(story)).toMatchObject([
      { rule: 'early-termination', seats: [0], task: 'a', tick: 7 * 60 },
    ]);
  });

  it('called done by a false claim, and left to too few', () => {
    const lied = (seats: readonly number[]): Story => {
      const story = twoTasks(3);
      story.plan(story.think(0), 'a');
      const claims = [{ type: 'done', task: 'a' }];
      const message = story.say(story.think(0), { kind: 'inform', task: 'a', work: false, claims });
      story.judge(message, 0, 'false');
      story.endPlan(0, 'interrupted', 'replaced');
      for (const seat of seats) story.plan(story.think(seat), 'a');
      story.wait(20);
      return story;
    };
    const [finding] = only(lied([1]), 'early-termination');
    expect(finding).toMatchObject({ seats: [0], task: 'a', tick: 10 * 60 });
    expect(finding?.sentence).toMatch(/, but it is open and 1 of 2 are at it 10 s later\.$/);
    expect(only(lied([1, 2]), 'early-termination')).toEqual([]);
  });

  it('drops what others were asked for and took in', () => {
    const story = twoTasks(3);
    const request = story.say(story.think(0), { task: 'a', to: [1] });
    story.plan(story.think(1, { shown: [request] }), 'b');
    story.plan(story.think(0), 'a');
    story.say(story.think(0), { kind: 'inform', task: 'a', work: false });
    story.endPlan(0, 'interrupted', 'replaced');
    story.wait(6);
    expect(rulesOf(story)).toEqual(['early-termination', 'drop']);
  });

  it('not when it is done, or somebody goes on', () => {
    const done = declared();
    done.close('a');
    done.wait(20);
    expect(rulesOf(done)).toEqual([]);

    const taken = declared();
    taken.plan(taken.think(1), 'a');
    taken.wait(20);
    expect(rulesOf(taken)).toEqual([]);
  });
});

describe('stale belief', () => {
  it('acts on what it saw before others moved the block', () => {
    const story = twoTasks(3);
    story.plan(story.think(0), 'a');
    story.wait(2);
    story.plan(story.think(1), 'a');
    const attempt = story.attempt('a', 2, [story.act(1, 'a')], 1, 2);
    story.wait(1);
    story.endAttempt(attempt, true);
    story.wait(6);
    story.act(0, 'a');
    expect(rulesOf(story)).toEqual([]);
    story.wait(1);
    const action = story.act(0, 'a');
    story.act(0, 'a');
    expect(findingsOf(story)).toMatchObject([
      { rule: 'stale-belief-action', severity: 'warning', seats: [0], task: 'a' },
    ]);
    expect(findingsOf(story)[0]?.evidence.at(-1)).toBe(action);
  });

  it('not when it moved the block itself', () => {
    const story = twoTasks(2);
    story.plan(story.think(0), 'a');
    story.endAttempt(story.attempt('a', 2, [story.act(0, 'a')], 0), true);
    story.wait(12);
    story.act(0, 'a');
    expect(rulesOf(story)).toEqual([]);
  });

  it('plans for what it was told long ago', () => {
    const story = twoTasks(3);
    const message = story.say(story.think(2), {
      to: [0],
      kind: 'inform',
      work: false,
      task: 'a',
      later: [0],
    });
    story.plan(story.think(1), 'a');
    story.endAttempt(story.attempt('a', 2, [story.act(1, 'a')], 1), true);
    story.wait(11);
    story.deliver(message, 0);
    story.plan(story.think(0, { shown: [message] }), 'a');
    expect(only(story, 'stale-belief-action')).toHaveLength(1);
  });
});

describe('false claim', () => {
  const claim = { type: 'blockAt', block: 'a', x: 1 };

  it('says what it can see is not so', () => {
    const story = twoTasks(2);
    const message = story.say(story.think(0), { kind: 'inform', work: false, claims: [claim] });
    story.judge(message, 0, 'false');
    expect(findingsOf(story)).toMatchObject([{ rule: 'false-claim', severity: 'failure', seats: [0, 1] }]);
    expect(findingsOf(story)[0]?.sentence).toContain('blockAt block "a" x 1');
  });

  it('not what is so, what it was told, or what others changed while it thought', () => {
    const story = twoTasks(3);
    const message = story.say(story.think(0), { to: [1], kind: 'inform', work: false, claims: [claim] });
    story.judge(message, 0, 'true');
    const hearsay = story.say(story.think(1, { shown: [message] }), {
      to: [2],
      kind: 'inform',
      work: false,
      claims: [claim],
    });
    story.judge(hearsay, 0, 'false');

    const start = story.begin(2);
    story.endAttempt(story.attempt('a', 2, [], 0, 1), true);
    story.wait(1);
    const late = { ...claim, x: 2 };
    const outdated = story.say(story.end(start), { to: [0], kind: 'inform', work: false, claims: [late] });
    story.judge(outdated, 0, 'false');
    expect(rulesOf(story)).toEqual([]);
  });

  it('also after a long thought, where nobody has been at the block', () => {
    const story = twoTasks(2);
    const start = story.begin(0);
    story.wait(1);
    const message = story.say(story.end(start), { kind: 'inform', work: false, claims: [claim] });
    story.judge(message, 0, 'false');
    expect(rulesOf(story)).toEqual(['false-claim']);
  });
});

describe('deadlock', () => {
  it('all wait and think in vain while a task is open', () => {
    const story = twoTasks(2);
    for (let second = 0; second < 56; second += 2) {
      story.plan(story.think(0), null);
      story.wait(2);
      story.endPlan(0);
    }
    expect(findingsOf(story)).toMatchObject([{ rule: 'deadlock', task: 'a', severity: 'failure' }]);
    expect(findingsOf(story)[0]?.sentence).toMatch(/^a, b are open, but none of agents 0 and 1 has/);
  });

  it('not while one of them thinks', () => {
    const story = twoTasks(2);
    story.begin(0);
    story.wait(60);
    expect(rulesOf(story)).toEqual([]);
  });
});
