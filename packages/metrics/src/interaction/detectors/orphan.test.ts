import { describe, expect, it } from 'vitest';
import { findingsOf, rulesOf } from '../../testing/findings.js';
import { Story } from '../../testing/story.js';
import { twoTasks } from '../../testing/two-tasks.js';

const only = (story: Story, rule: string) => findingsOf(story).filter((finding) => finding.rule === rule);

it('an orphan whose task has enough agents is none', () => {
  const story = twoTasks(3);
  for (const seat of [1, 2]) story.plan(story.think(seat), 'a');
  story.say(story.think(0), { to: [1], lost: [1], task: 'a' });
  story.wait(20);
  expect(rulesOf(story)).toEqual([]);
});

describe('an orphan that is under way for too long', () => {
  const late = (channel: object, seconds: number): Story => {
    const story = twoTasks(3);
    const header = { ...story.header, channel: { ...story.header.channel, ...channel } };
    const told = new Story(3, header);
    told.open('a', 2);
    const request = told.say(told.think(0), { task: 'a', later: [1, 2] });
    told.wait(seconds);
    told.deliver(request, 1);
    told.wait(10);
    return told;
  };

  it('later than the channel allows', () => {
    const [finding, ...others] = findingsOf(late({}, 6));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'orphan', seats: [0, 1, 2], task: 'a', tick: 300 });
    expect(finding?.sentence).toMatch(
      /^Agent 0 asked agents 1 and 2 for something about a 5 s ago \(#\d+ → #\d+\), and it has reached none/,
    );
    expect(rulesOf(late({}, 4))).toEqual([]);
  });

  it.each([
    [{ latencySeconds: 4, jitterSeconds: 3 }],
    [{ latencySeconds: 2, reordering: 0.1 }],
    [{ content: 'delayed' }],
  ])('not where the channel is that slow: %j', (channel) => {
    expect(only(late(channel, 11), 'orphan')).toEqual([]);
    expect(only(late(channel, 20), 'orphan')).toHaveLength(1);
  });
});
