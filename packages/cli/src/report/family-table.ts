import {
  MIN_SEEDS_FOR_INTERVAL,
  MIN_SEEDS_FOR_TEST,
  smallestPValue,
  type FamilyDifference,
} from '@quorum/metrics';
import { formatMean } from './format-summary.js';

/** The usual level; nothing is decided by it, it is only told where no comparison could reach it. */
const LEVEL = 0.05;

/** Heads of the columns that `differenceCells` fills. */
export const differenceHead: readonly string[] = ['seeds', 'difference', 'p', 'p (Holm)'];

/** A difference as it stands in a table of a family. */
export function differenceCells(difference: FamilyDifference): string[] {
  const { seeds, pValue, pHolm } = difference;
  return [`${seeds}`, formatMean(difference), formatPValue(pValue), formatPValue(pHolm)];
}

function formatPValue(p: number | null): string {
  if (p === null) return '–';
  return p < 0.0001 ? '< 0.0001' : p.toFixed(4);
}

/** What a reader has to know of a family of comparisons. */
export function familyLegend(family: readonly FamilyDifference[]): string[] {
  const size = family.length;
  const seeds = family.map((difference) => difference.seeds);
  const most = Math.max(0, ...seeds);
  const unpaired = family.some(({ unpairedSeeds }) => unpairedSeeds > 0);
  const least = smallestPValue(most) * size;
  return [
    `difference: row − compared with, paired by seed; [a, b] 95 % bootstrap interval over seeds, (…) the single differences below ${MIN_SEEDS_FOR_INTERVAL} seeds.`,
    `p: two-sided sign-flip test, from ${MIN_SEEDS_FOR_TEST} seeds on. p (Holm): corrected for the ${size === 1 ? 'one comparison' : `${size} comparisons together`}.`,
    ...(most < MIN_SEEDS_FOR_TEST
      ? [`Fewer than ${MIN_SEEDS_FOR_TEST} seeds: nothing is said about significance.`]
      : []),
    ...(most >= MIN_SEEDS_FOR_TEST && least > LEVEL
      ? [
          `${most} seeds cannot bring any of ${size} comparisons below p = ${LEVEL}: the least that Holm leaves is ${least.toFixed(3)}.`,
        ]
      : []),
    ...(unpaired ? ['Seeds that only one side has are left out.'] : []),
  ];
}
