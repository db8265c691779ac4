import { describe, expect, it } from 'vitest';
import {
  contrast,
  INK,
  inkOn,
  linearRgb,
  PLAN_COLORS,
  REACTION_COLORS,
  RING_COLORS,
  seatColor,
  STAGE_COLORS,
  STRIP_COLORS,
} from './palette.js';

/** What colour-blind people see, in linear light (Machado, Oliveira and Fernandes 2009, severity 1). */
const SEEN_BY: Record<string, number[][]> = {
  everybody: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopes: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopes: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

const seats = Array.from({ length: 8 }, (_, seat) => seatColor(seat));

/** CIE L*a*b* of what is seen of a colour. */
function lab(color: string, matrix: number[][]): number[] {
  const rgb = linearRgb(color);
  const [r = 0, g = 0, b = 0] = matrix.map((row) => row.reduce((sum, k, i) => sum + k * (rgb[i] ?? 0), 0));
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const [x, y, z] = [
    f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505),
    f(0.2126 * r + 0.7152 * g + 0.0722 * b),
    f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089),
  ];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** The two most alike of some colours, and how far apart they are seen (CIE 1976 difference). */
function mostAlike(colors: readonly string[], matrix: number[][]): { pair: string; difference: number } {
  const pairs = colors.flatMap((one, i) =>
    colors.slice(i + 1).map((other) => {
      const [a, b] = [lab(one, matrix), lab(other, matrix)];
      return {
        pair: `${one} ${other}`,
        difference: Math.hypot(...a.map((value, axis) => value - (b[axis] ?? 0))),
      };
    }),
  );
  return pairs.reduce((least, each) => (each.difference < least.difference ? each : least));
}

describe.each(Object.entries(SEEN_BY))('colours as %s see them', (_, matrix) => {
  it.each([
    ['stages', Object.values(STAGE_COLORS)],
    ['plans', Object.values(PLAN_COLORS)],
    ['strips', Object.values(STRIP_COLORS)],
    ['rings', Object.values(RING_COLORS)],
    ['reactions', Object.values(REACTION_COLORS)],
  ])('differ: %s', (_name, colors) => {
    const { pair, difference } = mostAlike(colors, matrix);
    expect(difference, pair).toBeGreaterThan(15);
  });

  // Seats are numbered wherever they are shown.
  it('differ: the first four seats', () => {
    const { pair, difference } = mostAlike(seats.slice(0, 4), matrix);
    expect(difference, pair).toBeGreaterThan(15);
  });
});

describe('text', () => {
  it('is read on the colour of every seat and plan', () => {
    for (const color of seats) expect(contrast(color, inkOn(color)), color).toBeGreaterThan(4.5);
    for (const color of Object.values(PLAN_COLORS)) {
      expect(contrast(color, INK), color).toBeGreaterThan(4.5);
    }
  });
});
