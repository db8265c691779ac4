import { STRIP_COLORS } from '../palette.js';
import { item } from './items.js';
import type { TaskStrip } from './task-strips.js';

/** Height of a strip, pixels. */
export const STRIP_HEIGHT = 14;

interface Props {
  readonly strip: TaskStrip;
  readonly row: number;
  readonly x: (at: number) => number;
  readonly end: number;
}

/** How far a task had the seats it needs at work, over time. */
export function StripRow({ strip: { task, pieces }, row, x, end }: Props) {
  return (
    <>
      <text class="label" x={4} y={10}>
        {task}
      </text>
      {pieces.map(({ from, to, share }) => {
        const label = `${task}: ${Math.round(share * 100)} % of the seats needed push`;
        const chosen = { kind: 'task', task } as const;
        return (
          <rect
            key={from}
            class="strip clickable"
            x={x(from)}
            y={2}
            width={Math.max(0.5, x(to ?? end) - x(from))}
            height={STRIP_HEIGHT - 5}
            fill={share >= 1 ? STRIP_COLORS.enough : STRIP_COLORS.tooFew}
            fill-opacity={0.25 + 0.75 * Math.min(1, share)}
            {...item({ row, at: from, label, chosen, isWide: true })}
          >
            <title>{label}</title>
          </rect>
        );
      })}
    </>
  );
}
