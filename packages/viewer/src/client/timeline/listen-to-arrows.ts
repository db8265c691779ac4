import { time } from '../data/state.js';
import { nextItem } from './items.js';

/** Moves the focus between items of a timeline with the arrow keys; Enter and space choose. */
export function listenToArrows(event: KeyboardEvent & { readonly currentTarget: SVGSVGElement }): void {
  const elements = [...event.currentTarget.querySelectorAll<SVGElement>('[data-row]')];
  const place = elements.findIndex((each) => each === event.target);
  const from = place === -1 ? null : place;
  if (event.key === 'Enter' || event.key === ' ') {
    if (from === null) return;
    elements[from]?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 0 }));
  } else if (event.key.startsWith('Arrow')) {
    const items = elements.map(({ dataset }) => ({ row: Number(dataset['row']), at: Number(dataset['at']) }));
    const next = nextItem(items, from, event.key, time.peek());
    if (next !== null) elements[next]?.focus();
  } else return;
  event.preventDefault();
  // The page's own keys would move by a second or play.
  event.stopPropagation();
}
