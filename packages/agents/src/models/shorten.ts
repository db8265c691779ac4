/** A text of at most about `most` letters: beginning, what was left out, end. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const tail = Math.floor(most / 4);
  const head = most - tail;
  return `${text.slice(0, head)} … (${text.length - most} letters left out) … ${text.slice(text.length - tail)}`;
}
