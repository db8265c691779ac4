import type { Selection } from '../data/state.js';
import { item } from './items.js';

/** Told apart by shape, too. */
const SHAPES = {
  finding: 'm 0 14 l -5.5 -11 h 11 z',
  warning: 'm 0 14 l -5.5 -11 h 11 z',
  fault: 'm -4.5 4 h 9 v 9 h -9 z',
  intervention: 'm 0 3 l 5.5 5.5 l -5.5 5.5 l -5.5 -5.5 z',
  repair: 'm -2 3 h 4 v 4 h 4 v 4 h -4 v 4 h -4 v -4 h -4 v -4 h 4 z',
} as const;

export type MarkKind = keyof typeof SHAPES;

interface Props {
  readonly kind: MarkKind;
  readonly x: number;
  readonly at: number;
  readonly text: string;
  /** The event to look at; null where there is none. */
  readonly seq: number | null;
}

/** A finding, a fault, an intervention or a repair. */
export function Mark({ kind, x, at, text, seq }: Props) {
  const chosen: Selection | null = seq === null ? null : { kind: 'event', seq };
  const own = chosen === null ? {} : item({ row: 0, at, label: `${kind}: ${text}`, chosen });
  return (
    <path class={`mark ${kind} clickable`} d={`M ${x} 0 ${SHAPES[kind]}`} {...own}>
      <title>{text}</title>
    </path>
  );
}
