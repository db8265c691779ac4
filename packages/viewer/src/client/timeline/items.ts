import { seek } from '../data/playback.js';
import { selection, type Selection } from '../data/state.js';

/** Something on the timeline that can be selected. */
export interface Item {
  /** Which line of the timeline it is on, from above. */
  readonly row: number;
  /** Virtual microseconds. */
  readonly at: number;
}

interface Clickable extends Item {
  readonly label: string;
  readonly chosen: Selection;
  /** Where it is wide, a mouse chooses the moment within it. */
  readonly isWide?: boolean;
}

/** Row of items of the lanes, and of the strips below them; marks are row 0. */
export function rowOf(line: number): number {
  return 1 + line;
}

/** What makes an element of the timeline an item: for mouse, keys and screen readers. */
export function item({ row, at, label, chosen, isWide = false }: Clickable) {
  return {
    role: 'button',
    // Reached with the arrow keys: some timelines have thousands.
    tabindex: -1,
    'aria-label': label,
    'data-row': row,
    'data-at': at,
    onClick: (event: MouseEvent): void => {
      selection.value = chosen;
      if (isWide && event.detail > 0) return;
      event.stopPropagation();
      seek(at);
    },
  } as const;
}

/**
 * The item that an arrow key goes to: left and right along a row, up and down to the nearest in the next row.
 *
 * @param from index of the one that has the focus; null for none
 * @param now moment to start from where none has
 * @returns an index; null where the key goes nowhere
 */
export function nextItem(items: readonly Item[], from: number | null, key: string, now = 0): number | null {
  const current = from === null ? undefined : items[from];
  if (current === undefined) return nearest(items, () => true, now);
  switch (key) {
    case 'ArrowRight':
      return neighbour(items, from, current, 1);
    case 'ArrowLeft':
      return neighbour(items, from, current, -1);
    case 'ArrowDown': {
      const below = Math.min(...items.map(({ row }) => row).filter((row) => row > current.row));
      return nearest(items, ({ row }) => row === below, current.at);
    }
    case 'ArrowUp': {
      const above = Math.max(...items.map(({ row }) => row).filter((row) => row < current.row));
      return nearest(items, ({ row }) => row === above, current.at);
    }
    default:
      return null;
  }
}

function neighbour(items: readonly Item[], from: number | null, { row }: Item, by: 1 | -1): number | null {
  const order = items
    .map((each, index) => ({ ...each, index }))
    .filter((each) => each.row === row)
    .sort((a, b) => a.at - b.at || a.index - b.index);
  return order[order.findIndex(({ index }) => index === from) + by]?.index ?? null;
}

function nearest(items: readonly Item[], suits: (item: Item) => boolean, at: number): number | null {
  let best: number | null = null;
  let least = Infinity;
  items.forEach((each, index) => {
    const distance = Math.abs(each.at - at);
    if (!suits(each) || distance >= least) return;
    best = index;
    least = distance;
  });
  return best;
}
