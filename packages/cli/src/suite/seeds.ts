/** Most seeds in one suite; a typing error such as `1..10000000` should not fill the memory. */
const MAX_SEEDS = 100_000;

/** Seeds, or what is wrong with them. */
export type ParsedSeeds =
  { readonly ok: true; readonly seeds: readonly number[] } | { readonly ok: false; readonly problem: string };

/**
 * Reads seeds as suites and `--seeds` name them: one number (`7`), a range with both ends included (`1..20`), or a
 * list of these (`[1, 2, 10..12]` in a suite, `1,2,10..12` on the command line).
 */
export function parseSeeds(value: unknown): ParsedSeeds {
  const parts = Array.isArray(value) ? (value as unknown[]) : String(value).split(',');
  const seeds = new Set<number>();
  for (const part of parts) {
    const text = typeof part === 'number' || typeof part === 'string' ? String(part).trim() : '';
    const range = /^(\d{1,15})\.\.(\d{1,15})$/.exec(text);
    const [first, last] = range ? [Number(range[1]), Number(range[2])] : [Number(text), Number(text)];
    if (!range && !/^\d{1,15}$/.test(text)) {
      return problem(`${JSON.stringify(part)} is not a seed`);
    }
    if (last < first) return problem(`the range ${text} runs backwards`);
    if (last - first + 1 + seeds.size > MAX_SEEDS) return problem(`more than ${MAX_SEEDS} seeds`);
    for (let seed = first; seed <= last; seed++) seeds.add(seed);
  }
  return { ok: true, seeds: [...seeds] };
}

function problem(what: string): ParsedSeeds {
  return {
    ok: false,
    problem: `${what}; expected whole numbers or ranges from 0, such as 7, 1..20 or 1,2,5`,
  };
}
