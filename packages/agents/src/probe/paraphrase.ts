/** Words of everyday planning and others for the same. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  need: 'require',
  needs: 'requires',
  help: 'assist',
  come: 'move over',
  go: 'head',
  now: 'right away',
  will: 'am going to',
  take: 'handle',
  done: 'finished',
  together: 'jointly',
  please: 'kindly',
  wait: 'hold on',
  push: 'shove',
  start: 'begin',
  block: 'crate',
  both: 'the two',
};

const WORD = /[A-Za-z]+/g;

/**
 * The same in other words, by rules: a frame around it, and everyday words for which there are others. Ids and numbers
 * stay. No model is asked, so that the noise floor of a probe costs nothing and is the same for every model.
 */
export function paraphrase(text: string): string {
  const reworded = text.replace(WORD, (word, at: number) => {
    // Part of an id, such as `block-3` or `b1/push`.
    if (/[\w/.-]/.test(text[at - 1] ?? ' ') || /[\w/-]/.test(text[at + word.length] ?? ' ')) return word;
    const other = OTHER_WORDS[word.toLowerCase()];
    if (other === undefined) return word;
    return word[0] === word[0]?.toUpperCase() ? `${(other[0] ?? '').toUpperCase()}${other.slice(1)}` : other;
  });
  return `To put it like this: ${reworded}`;
}
