import type { ListedEpisode } from '../../protocol/protocol.js';

/** A virtual time for people: `21.7 s`. */
export function secondsText(micros: number): string {
  return `${(micros / 1e6).toFixed(1)} s`;
}

/** A piece of a log for people: JSON is laid out, text stays as it is. */
export function contentText(content: unknown): string {
  if (typeof content !== 'string') return JSON.stringify(content, null, 2) ?? 'not in the log';
  if (!/^\s*[[{]/.test(content)) return content;
  try {
    return JSON.stringify(JSON.parse(content), null, 2);
  } catch {
    return content;
  }
}

/** US dollars for people: at least two digits that count. */
export function dollarsText(dollars: number): string {
  return `US$ ${dollars >= 0.1 ? dollars.toFixed(2) : dollars.toPrecision(2)}`;
}

/** Which episode of a condition: `seed 3`, and with the repeat where there are several. */
export function seedText({ seed, repeat }: ListedEpisode): string {
  return `seed ${seed}${repeat > 1 ? `.${repeat}` : ''}`;
}
