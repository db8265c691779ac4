/** What became of a golden file. */
export type GoldenVerdict =
  | { readonly kind: 'same' }
  /** Other content under the same versions: forbidden. */
  | { readonly kind: 'changed'; readonly message: string }
  /** Other content under other versions, as it should be: the golden file is due for an update. */
  | { readonly kind: 'outdated'; readonly message: string };

/** Compares a text with the committed one. The first line of both holds the versions of all that can change the rest. */
export function compareGolden(file: string, expected: string, actual: string): GoldenVerdict {
  if (expected === actual) return { kind: 'same' };
  const [before, after] = [expected.split('\n'), actual.split('\n')];
  const line = before.findIndex((text, i) => text !== after[i]);
  const at = line === -1 ? before.length : line;
  const places = `was: ${before[at] ?? '(end)'}\nis:  ${after[at] ?? '(end)'}`;
  if (at === 0) {
    return {
      kind: 'outdated',
      message: `${file}: versions were raised, so new golden files are due: UPDATE_GOLDEN=1 npx vitest run test/golden\n${places}`,
    };
  }
  return {
    kind: 'changed',
    message: `${file}: results changed (line ${at + 1}) and no version did: raise the version of what changed (scenario, agent, structure, loop, metric).\n${places}`,
  };
}
