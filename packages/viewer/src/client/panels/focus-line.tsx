import { focus, listing, shown } from '../data/state.js';

/** Which of two episodes the panel is about. */
export function FocusLine() {
  if (shown.value.length < 2) return null;
  return (
    <div class="focus-line" role="group" aria-label="Episode that this panel is about">
      {shown.value.map((path, i) => {
        const condition = listing.value?.conditions.find(({ episodes }) =>
          episodes.some((each) => each.path === path),
        );
        return (
          <button key={path} aria-pressed={focus.value === i} onClick={() => (focus.value = i)}>
            {i === 0 ? 'left' : 'right'}: {condition?.label ?? ''}
          </button>
        );
      })}
    </div>
  );
}
