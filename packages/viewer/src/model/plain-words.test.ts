import { ACTION_OUTCOMES } from '@quorum/events';
import { expect, it } from 'vitest';
import { actionWords, outcomeWords } from './plain-words.js';

it('says each outcome in words of its own', () => {
  const words = ACTION_OUTCOMES.map(outcomeWords);
  expect(new Set(words).size).toBe(ACTION_OUTCOMES.length);
  expect(words.filter((each) => each.includes('_'))).toEqual([]);
});

it('says actions of any scenario in words', () => {
  expect(['moveToFace', 'pickUp', 'pick_up', 'rendezvous'].map(actionWords)).toEqual([
    'walking to its place',
    'pick up',
    'pick up',
    'waiting to start together',
  ]);
});
