import { describe, expect, it } from 'vitest';
import { findingsOf, rulesOf } from '../../testing/findings.js';
import { Story } from '../../testing/story.js';

describe('clean scripts have no findings', () => {
  it('a chain', () => {
    const story = new Story(3);
    const first = story.say(story.think(0), { to: [1] });
    const second = story.say(story.think(1, { shown: [first] }), { to: [2] });
    story.stop([story.think(2, { shown: [second] })]);
    story.finish('stopped');
    expect(rulesOf(story)).toEqual([]);
  });

  it('fork and join', () => {
    const story = new Story(3);
    const fork = story.think(0);
    const left = story.say(fork, { to: [1] });
    const right = story.say(fork, { to: [2] });
    const a = story.say(story.think(1, { shown: [left] }), { to: [0] });
    const b = story.say(story.think(2, { shown: [right] }), { to: [0] });
    story.stop([story.think(0, { shown: [a, b] })]);
    expect(rulesOf(story)).toEqual([]);
  });

  it('a request that is passed on once', () => {
    const story = new Story(3);
    story.open('box');
    const first = story.say(story.think(0), { to: [1], task: 'box' });
    const passed = story.say(story.think(1, { shown: [first] }), { to: [2], task: 'box' });
    story.plan(story.think(2, { shown: [passed] }), 'box');
    story.wait(40);
    story.close('box');
    story.finish();
    expect(rulesOf(story)).toEqual([]);
  });

  it('news that nobody reads', () => {
    const story = new Story(3);
    story.open('box');
    story.say(story.think(0), { kind: 'inform', work: false });
    story.plan(story.think(0), 'box');
    story.wait(60);
    story.close('box');
    story.finish();
    expect(rulesOf(story)).toEqual([]);
  });

  it('a long action', () => {
    const story = new Story(2);
    story.open('box');
    story.plan(story.think(0), 'box');
    story.act(0, 'box');
    story.wait(300);
    story.close('box');
    story.finish();
    expect(rulesOf(story)).toEqual([]);
  });
});

describe('each seeded script has exactly its own finding', () => {
  it('deadlock: a request waits, and nobody wakes', () => {
    const story = new Story(2);
    const active = story.say(story.think(0), { to: [1] });
    story.wait(44);
    expect(rulesOf(story)).toEqual([]);
    story.wait(20);
    const last = story.events.length - 1;
    expect(findingsOf(story)).toEqual([
      {
        id: 'deadlock-1',
        rule: 'deadlock',
        severity: 'failure',
        tick: 45 * 60,
        time: 45_000_000,
        seats: [0, 1],
        task: null,
        evidence: [active, last - 19],
        sentence: `1 request is open, but none of agents 0 and 1 has said, planned or done anything towards it for 45 s (#${active} → #${last - 19}).`,
      },
    ]);
  });

  it('early termination, three times: stopped with three things left to do', () => {
    const story = new Story(3);
    story.open('a');
    story.open('b');
    story.say(story.think(0), { to: [1] });
    story.stop([story.think(2)]);
    story.finish('stopped');
    const found = findingsOf(story);
    expect(found.map(({ rule, task }) => [rule, task])).toEqual([
      ['early-termination', 'a'],
      ['early-termination', 'b'],
      ['early-termination', null],
    ]);
    expect(found[2]?.sentence).toBe(
      'The episode was stopped before what agent 0 asked of agent 1 was dealt with (#5 → #10).',
    );
  });

  it('drop: split in two, ended after one answer', () => {
    const story = new Story(3);
    const fork = story.think(0);
    const left = story.say(fork, { to: [1] });
    const right = story.say(fork, { to: [2] });
    const answer = story.say(story.think(1, { shown: [left] }), { to: [0], kind: 'inform', work: false });
    story.think(2, { shown: [right] });
    const end = story.think(0, { shown: [answer] });
    const stop = story.stop([end]);
    expect(findingsOf(story)).toMatchObject([
      { rule: 'drop', severity: 'failure', seats: [0, 2], evidence: [right, expect.anything(), stop] },
    ]);
  });

  it('missing termination: all is done, and nobody says so', () => {
    const story = new Story(2);
    const request = story.say(story.think(0), { to: [1] });
    story.think(1, { shown: [request], seconds: 20 });
    story.wait(19);
    expect(rulesOf(story)).toEqual([]);
    // Twice the longest thought is longer than the default.
    story.wait(10);
    expect(rulesOf(story)).toEqual(['missing-termination']);
    story.wait(100);
    expect(rulesOf(story)).toEqual(['missing-termination']);
  });

  it('orphans: one addressed to nobody, one lost on the way', () => {
    const story = new Story(3);
    const end = story.think(0);
    story.say(end, { to: [] });
    story.say(end, { to: [1, 2], lost: [1, 2] });
    story.wait(4);
    expect(rulesOf(story)).toEqual([]);
    story.wait(1);
    expect(findingsOf(story).map(({ rule, seats }) => [rule, seats])).toEqual([
      ['orphan', [0]],
      ['orphan', [0, 1, 2]],
    ]);
  });

  it('repeated subproblem: two take up what takes one', () => {
    const story = new Story(3);
    story.open('box');
    const request = story.say(story.think(0), { task: 'box' });
    const first = story.plan(story.think(1, { shown: [request] }), 'box');
    expect(rulesOf(story)).toEqual([]);
    const second = story.plan(story.think(2, { shown: [request] }), 'box');
    expect(findingsOf(story)).toMatchObject([
      { rule: 'repeated-subproblem', severity: 'warning', evidence: [request, first, second] },
    ]);
  });

  it('excessive rerouting: at the third hop', () => {
    const story = new Story(4);
    story.open('box');
    let request = story.say(story.think(0), { to: [1], task: 'box' });
    const chain = [request];
    for (const seat of [1, 2, 3]) {
      expect(rulesOf(story)).toEqual([]);
      request = story.say(story.think(seat, { shown: [request] }), { to: [(seat + 1) % 4], task: 'box' });
      chain.push(request);
    }
    expect(findingsOf(story)).toMatchObject([
      { rule: 'excessive-rerouting', severity: 'warning', seats: [0, 1, 2, 3], evidence: chain },
    ]);
  });

  it('cross-lineage: two that have heard of nothing in common', () => {
    const story = new Story(3);
    const a = story.say(story.think(0), { to: [2] });
    const b = story.say(story.think(1), { to: [2] });
    story.think(2, { shown: [a, b] });
    expect(findingsOf(story)).toMatchObject([
      { rule: 'cross-lineage', severity: 'warning', seats: [0, 1, 2] },
    ]);
  });
});
