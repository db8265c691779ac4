import { pushClaim, type PushClaim } from './push-claim.js';

/** One claim as a sentence. Numbers are exact, so that `hearClaims` gives the same claim back. */
export function sayClaim(claim: PushClaim): string {
  switch (claim.type) {
    case 'blockWeight':
      return `${claim.block} weighs ${claim.weight}.`;
    case 'blockAt': {
      const wide = claim.side === undefined ? '' : `, side ${claim.side} m`;
      return `${claim.block} is at (${claim.x}, ${claim.y})${wide}.`;
    }
    case 'blockDelivered':
      return `${claim.block} is delivered.`;
    case 'seatAt':
      return `Agent ${claim.seat} is at (${claim.x}, ${claim.y}).`;
  }
}

const NUMBER = String.raw`(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)`;
const POINT = String.raw`\(\s*${NUMBER}\s*,\s*${NUMBER}\s*\)`;
const BLOCK = String.raw`(?<![\w.])(b\d{1,4})`;
/** The end of a number or word: "weighs 2.5" is no whole weight. */
const END = String.raw`(?![\w]|\.\d)`;

type Groups = readonly (string | undefined)[];
type Reading = { readonly pattern: RegExp; readonly read: (groups: Groups) => unknown };

const pattern = (source: string): RegExp => new RegExp(source, 'gi');

const READINGS: readonly Reading[] = [
  {
    pattern: pattern(String.raw`${BLOCK} (?:weighs|has weight) (\d+)${END}`),
    read: ([block, weight]) => ({
      type: 'blockWeight',
      block: block?.toLowerCase(),
      weight: Number(weight),
    }),
  },
  {
    pattern: pattern(String.raw`${BLOCK} is at ${POINT}(?:, side ${NUMBER} m${END})?`),
    read: ([block, x, y, side]) => ({
      ...{ type: 'blockAt', block: block?.toLowerCase(), x: Number(x), y: Number(y) },
      ...(side !== undefined && { side: Number(side) }),
    }),
  },
  {
    pattern: pattern(String.raw`${BLOCK} is delivered${END}`),
    read: ([block]) => ({ type: 'blockDelivered', block: block?.toLowerCase() }),
  },
  {
    pattern: pattern(String.raw`(?<!\w)agent (\d+) is at ${POINT}`),
    read: ([seat, x, y]) => ({ type: 'seatAt', seat: Number(seat), x: Number(x), y: Number(y) }),
  },
];

/** The claims in a text, in its order: every sentence of `sayClaim`, in any case, whatever stands around it. */
export function hearClaims(text: string): PushClaim[] {
  const plain = text.replace(/\s+/g, ' ');
  return READINGS.flatMap(({ pattern: sentence, read }) =>
    [...plain.matchAll(sentence)].map((found) => ({ at: found.index, claim: read(found.slice(1)) })),
  )
    .sort((a, b) => a.at - b.at)
    .flatMap(({ claim }) => {
      const parsed = pushClaim.safeParse(claim);
      return parsed.success ? [parsed.data] : [];
    });
}
