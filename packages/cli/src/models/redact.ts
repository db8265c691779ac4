const HIDDEN = '[secret]';

/** Letters of a secret; anything shorter would hit words. */
const SHORTEST = 6;

/** What looks like a credential wherever it comes from. Providers repeat parts of keys, with stars in the middle. */
const LOOKS_SECRET: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=*-]{6,}/gi, `$1 ${HIDDEN}`],
  [/\b(?:sk|pk|rk|gsk|xai|lsv2|key)[-_][A-Za-z0-9._*-]{6,}/g, HIDDEN],
  [/\bAIza[A-Za-z0-9_*-]{10,}/g, HIDDEN],
  [
    /((?:api[-_]?key|x-api-key|authorization|token|password)["']?\s*[:=]\s*["']?)[^\s"',;&)]{4,}/gi,
    `$1${HIDDEN}`,
  ],
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^/\s@]+@/gi, `$1${HIDDEN}@`],
];

/** Takes secrets out of texts. */
export interface Redactor {
  /** For errors: known secrets, and everything that looks like one. */
  readonly problem: (text: string) => string;
  /** For answers of models, which are kept as they are but for known secrets. */
  readonly answer: (text: string) => string;
}

/**
 * @param keys secrets that the models are asked with
 * @param others whatever else must not be shown
 */
export function createRedactor(keys: readonly string[], others: readonly string[] = []): Redactor {
  const hideKeys = hiding(keys);
  const hideAll = hiding([...keys, ...others]);
  return {
    answer: hideKeys,
    problem: (text) =>
      LOOKS_SECRET.reduce((rest, [pattern, hidden]) => rest.replace(pattern, hidden), hideAll(text)),
  };
}

function hiding(secrets: readonly string[]): (text: string) => string {
  // Longest first: one secret may contain another.
  const known = [...new Set(secrets.flatMap(spellings))]
    .filter((secret) => secret.length >= SHORTEST)
    .sort((a, b) => b.length - a.length);
  return (text) => known.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
}

/** How a secret may stand in a text: as it is, in a URL, in JSON, in a basic authorization. */
function spellings(secret: string): string[] {
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString('base64'),
  ];
}
