import { runFolds } from '@quorum/events';
import { expect, it } from 'vitest';
import { flattenMetrics } from '../flatten.js';
import { Story } from '../testing/story.js';
import { failures } from './failures.js';
import { interaction } from './interaction.js';

const row = ({ header, events }: Story) => flattenMetrics(runFolds([interaction, failures], header, events));

/** The example of the page of `interaction`. */
function asked(): Story {
  const story = new Story(3);
  story.open('box');
  const request = story.say(story.think(0, { seconds: 2 }), { task: 'box', to: [1, 2] });
  story.plan(story.think(1, { shown: [request], seconds: 3 }), 'box');
  const attempt = story.attempt('box', 1, [story.events.length - 1], 1);
  story.wait(5);
  story.endAttempt(attempt, true);
  story.add({ type: 'score.changed', task: 'box', points: 1, total: 1, max: 1, seats: [1] }, [attempt]);
  story.endPlan(1);
  return story;
}

it('sums up the graph', () => {
  expect(row(asked())).toMatchObject({
    'interaction.activations': 2,
    'interaction.events': 5,
    'interaction.deliveries': 2,
    'interaction.consumedShare': 0.5,
    'interaction.delayedShare': 0,
    'interaction.reroutedShare': 0,
    'interaction.discardedShare': 0,
    'interaction.reactionSeconds': 3,
    'interaction.fanIn': 0.5,
    'interaction.fanOut': 2,
    'interaction.depth': 1,
    'interaction.criticalPathSeconds': 10,
    'interaction.criticalPathShare': 1,
    'interaction.parallelism': 1,
    'interaction.contributedShare': 1,
    'interaction.hubShare': 0.5,
    'interaction.reciprocity': 0,
    'interaction.implicitShare': 0,
  });
});

it('labels what was passed over, handed on and lost, and finds talk in both directions', () => {
  const story = new Story(3);
  const request = story.say(story.think(0), { to: [1] });
  const answer = story.say(story.think(1, { shown: [request] }), { to: [0, 2], lost: [2] });
  story.think(0);
  story.think(0, { shown: [answer] });
  story.deliver(request, 2, [request + 1]);
  expect(row(story)).toMatchObject({
    'interaction.deliveries': 4,
    'interaction.consumedShare': 0.5,
    'interaction.delayedShare': 0.25,
    'interaction.reroutedShare': 0.25,
    'interaction.discardedShare': 0.25,
    'interaction.depth': 2,
    'interaction.reciprocity': 1,
  });
});

it('sees that two think at once, and what is seen without a word', () => {
  const story = new Story(3);
  story.open('box', 2);
  const starts = [story.begin(0), story.begin(1)];
  story.wait(4);
  for (const start of starts) story.plan(story.end(start), 'box');
  story.endAttempt(story.attempt('box', 2, [story.act(0, 'box')], 0, 1), true);
  story.plan(story.think(2), 'box');
  expect(row(story)).toMatchObject({
    'interaction.criticalPathSeconds': 4,
    'interaction.parallelism': 2,
    'interaction.implicitShare': 1,
  });
});

/** The example of the page of `failures`. */
function stuck(): Story {
  const story = new Story(3);
  for (const task of ['a', 'b']) story.open(task, 2);
  story.plan(story.think(0), 'a');
  story.plan(story.think(1), 'b');
  story.stand('a', 2, 0);
  story.stand('b', 2, 1);
  story.wait(14);
  story.endPlan(1, 'failed', 'timeout');
  story.plan(story.think(1), 'b');
  story.wait(26);
  story.plan(story.think(1), 'a');
  story.close('a');
  story.wait(10);
  return story;
}

it('counts failures, and how long they last', () => {
  expect(row(stuck())).toMatchObject({
    'failures.failures': 1,
    'failures.warnings': 0,
    'failures.per100Activations': 25,
    'failures.secondsInFailure': 6,
    'failures.shareInFailure': 0.12,
    'failures.physical-deadlock': 1,
    'failures.deadlock': 0,
  });
});

it('says nothing where a rule cannot fire', () => {
  const { header, events } = new Story(2, { topology: { name: 'none', options: {} } });
  const results = runFolds([failures], header, events);
  expect(flattenMetrics(results)).toMatchObject({ 'failures.orphan': null, 'failures.livelock': 0 });
  expect(results['failures']).toMatchObject({
    cannotFire: { orphan: 'nobody can talk: the topology is none' },
  });
});

it('keeps 200 findings and counts all', () => {
  const story = new Story(2);
  story.open('a', 2);
  for (let i = 0; i < 201; i += 1) {
    const message = story.say(story.think(0), { kind: 'inform', work: false, claims: [{ type: 'full', i }] });
    story.judge(message, 0, 'false');
  }
  const { failures: result } = runFolds([failures], story.header, story.events) as {
    failures: { findings: unknown[]; byRule: Record<string, number> };
  };
  expect(result.findings).toHaveLength(200);
  expect(result.byRule['false-claim']).toBe(201);
});
