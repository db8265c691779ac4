import { signal } from '@preact/signals';

/** What can be shown in a world or left out. */
export const LAYERS = ['sight', 'paths', 'forces', 'bubbles', 'labels'] as const;
export type Layer = (typeof LAYERS)[number];
export type Layers = Readonly<Record<Layer, boolean>>;

/** What is shown; the same in all worlds. */
export const layers = signal<Layers>({ sight: true, paths: true, forces: true, bubbles: true, labels: true });

/** The seat that worlds keep in their middle; null for none. */
export const followed = signal<number | null>(null);
