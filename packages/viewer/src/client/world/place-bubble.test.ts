import { expect, it } from 'vitest';
import { placeBubble, type Box } from './place-bubble.js';

const box = (x: number, y: number): Box => ({ x, y, width: 50, height: 20 });

it('leaves a bubble where it is free', () => {
  expect(placeBubble(box(10, 100), [])).toEqual(box(10, 100));
  expect(placeBubble(box(10, 100), [box(70, 100), box(10, 130)])).toEqual(box(10, 100));
});

it('moves it above all that it would lie on', () => {
  expect(placeBubble(box(10, 100), [box(20, 110), box(30, 75)])).toEqual(box(10, 53));
});

it('keeps it on the canvas', () => {
  expect(placeBubble(box(10, 10), [box(10, 5)])).toEqual(box(10, 2));
});
