/** A rectangle of the canvas, pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 2;

/** Moves a box up until it lies on none of those that have their places; at the upper edge it stays where it is. */
export function placeBubble(box: Box, placed: readonly Box[]): Box {
  let { y } = box;
  for (;;) {
    const under = placed.find((other) => overlap({ ...box, y }, other));
    if (under === undefined) return { ...box, y };
    y = under.y - box.height - GAP;
    if (y < GAP) return { ...box, y: GAP };
  }
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width + GAP &&
    other.x < one.x + one.width + GAP &&
    one.y < other.y + other.height + GAP &&
    other.y < one.y + one.height + GAP
  );
}
