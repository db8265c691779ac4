import type { FrontierPoint } from './pareto-frontier.js';

/** The plane that a chart shows, and its size in pixels. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly cost: readonly [number, number];
  readonly score: readonly [number, number];
}

/** The label of a dot, or of several that lie too close for labels of their own. */
export interface LabelGroup {
  /** `2 5 7` */
  readonly text: string;
  /** Where it stands: beside the rightmost dot. */
  readonly cost: number;
  readonly score: number;
}

/** Pixels of a label. */
const DIGIT_WIDTH = 7;
const HEIGHT = 11;
/** From a dot to its label. */
const GAP = 9;

/** Labels of the points: numbers one by one, or several together where a label would cover another dot's. */
export function labelGroups(points: readonly FrontierPoint[], plane: Plane): LabelGroup[] {
  let groups = [...points].sort((a, b) => a.number - b.number).map((point) => [point]);
  for (;;) {
    const joined = groups.reduce<FrontierPoint[][]>((done, group) => {
      const near = done.find((other) => covers(other, group, plane) || covers(group, other, plane));
      if (near === undefined) return [...done, group];
      near.push(...group);
      return done;
    }, []);
    if (joined.length === groups.length) return groups.map(labelOf);
    groups = joined;
  }
}

function labelOf(group: readonly FrontierPoint[]): LabelGroup {
  const cost = Math.max(...group.map((point) => point.cost));
  const score = group.find((point) => point.cost === cost)?.score ?? 0;
  const numbers = group.map(({ number }) => number).sort((a, b) => a - b);
  return { text: numbers.join(' '), cost, score };
}

/** Whether the label of a group lies where a dot of another one, or the beginning of its label, does. */
function covers(
  group: readonly FrontierPoint[],
  others: readonly FrontierPoint[],
  { width, height, cost, score }: Plane,
): boolean {
  const label = labelOf(group);
  const reach = GAP + DIGIT_WIDTH * label.text.length;
  return others.some((other) => {
    const right = ((other.cost - label.cost) / (cost[1] - cost[0] || 1)) * width;
    const up = (Math.abs(other.score - label.score) / (score[1] - score[0] || 1)) * height;
    return right > -GAP && right < reach && up < HEIGHT;
  });
}
