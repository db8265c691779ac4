import { describe, expect, it } from 'vitest';
import { nextItem } from './items.js';

/** In the order in which they are drawn. */
const items = [
  { row: 1, at: 5 },
  { row: 1, at: 0 },
  { row: 4, at: 9 },
  { row: 4, at: 2 },
  { row: 1, at: 5 },
];

describe('arrow keys on the timeline', () => {
  it('start at what is nearest to the moment shown', () => {
    expect(nextItem(items, null, 'ArrowLeft', 8)).toBe(2);
    expect(nextItem([], null, 'ArrowLeft')).toBeNull();
  });

  it('go along a row in order of time, also where two are at one moment', () => {
    expect(nextItem(items, 1, 'ArrowRight')).toBe(0);
    expect(nextItem(items, 0, 'ArrowRight')).toBe(4);
    expect(nextItem(items, 4, 'ArrowRight')).toBeNull();
    expect(nextItem(items, 4, 'ArrowLeft')).toBe(0);
    expect(nextItem(items, 1, 'ArrowLeft')).toBeNull();
  });

  it('go to the nearest in the next row that has any', () => {
    expect(nextItem(items, 0, 'ArrowDown')).toBe(3);
    expect(nextItem(items, 2, 'ArrowUp')).toBe(0);
    expect(nextItem(items, 2, 'ArrowDown')).toBeNull();
    expect(nextItem(items, 1, 'ArrowUp')).toBeNull();
  });

  it('leave other keys alone', () => {
    expect(nextItem(items, 1, 'n')).toBeNull();
  });
});
