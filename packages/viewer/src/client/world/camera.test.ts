import { describe, expect, it } from 'vitest';
import { centre, FOLLOW_SCALE, isNearMiddle, pan, WHOLE, zoom } from './camera.js';

const canvas = { width: 400, height: 200 };

describe('the camera', () => {
  it('keeps what is under the pointer where it is', () => {
    const near = zoom(WHOLE, 2, { x: 100, y: 50 });
    expect(near).toEqual({ x: -100, y: -50, scale: 2 });
    expect(zoom(near, 1.5, { x: 100, y: 50 })).toEqual({ x: -200, y: -100, scale: 3 });
  });

  it('shows no less than the whole world and no more than eight times as large', () => {
    expect(zoom({ x: -30, y: 20, scale: 2 }, 0.1, { x: 0, y: 0 })).toEqual(WHOLE);
    expect(zoom(WHOLE, 100, { x: 0, y: 0 }).scale).toBe(8);
  });

  it('moves what is zoomed only', () => {
    expect(pan(WHOLE, 5, 5)).toEqual(WHOLE);
    expect(pan({ x: 1, y: 2, scale: 2 }, 5, -5)).toEqual({ x: 6, y: -3, scale: 2 });
  });

  it('brings a point to the middle, zoomed far enough to move', () => {
    expect(centre(WHOLE, { x: 300, y: 150 }, canvas)).toEqual({ x: -400, y: -200, scale: FOLLOW_SCALE });
    expect(centre({ x: 0, y: 0, scale: 4 }, { x: 50, y: 25 }, canvas)).toEqual({ x: 0, y: 0, scale: 4 });
  });

  it('knows the middle half of the canvas', () => {
    expect(isNearMiddle(WHOLE, { x: 299, y: 51 }, canvas)).toBe(true);
    expect(isNearMiddle(WHOLE, { x: 301, y: 100 }, canvas)).toBe(false);
    expect(isNearMiddle(WHOLE, { x: 200, y: 151 }, canvas)).toBe(false);
  });
});
