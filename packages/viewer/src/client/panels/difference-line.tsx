import type { ComponentChildren } from 'preact';
import { difference, jumpToDifference } from '../data/difference.js';
import { endTime, focus } from '../data/state.js';
import { LABEL_WIDTH } from '../timeline/timeline.js';

/** Where two episodes part, in one sentence. */
export function DifferenceLine() {
  const sides = difference.value;
  if (sides === null) return null;
  return (
    <p class="difference-line">
      <button onClick={jumpToDifference} title="go there (d)">
        ≠ jump
      </button>{' '}
      {(sides[focus.value] ?? sides[0]).text}
    </p>
  );
}

/** Marks on a timeline where the two episodes part. */
export function WithDifference({ place, children }: { place: number; children: ComponentChildren }) {
  const side = difference.value?.[place];
  const share = (side?.time ?? 0) / Math.max(1, endTime.value);
  return (
    <div class="with-difference" onPointerDownCapture={() => (focus.value = place)}>
      {children}
      {side === undefined ? null : (
        <div
          class="difference-mark"
          style={{ left: `calc(${LABEL_WIDTH}px + (100% - ${LABEL_WIDTH + 8}px) * ${share})` }}
        >
          <button title={side.text} aria-label={side.text} onClick={jumpToDifference}>
            ≠
          </button>
        </div>
      )}
    </div>
  );
}
