import { signal } from '@preact/signals';

/** Whether whoever looks has asked their system for less motion. */
export const reducedMotion = signal(false);

/** Follows the setting. Returns how to stop. */
export function followReducedMotion(): () => void {
  const query = window.matchMedia('(prefers-reduced-motion: reduce)');
  const read = (): void => {
    reducedMotion.value = query.matches;
  };
  read();
  query.addEventListener('change', read);
  return () => query.removeEventListener('change', read);
}
