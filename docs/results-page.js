/** What the scripts that put a table of results into a page have in common. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { samplesOf, summarise } from '@quorum/metrics';
import { format } from 'prettier';
import { readRun } from '../packages/cli/dist/run-folder/read-run.js';

const SCORE = 'score.share';
const SECTION = /(<!-- results -->).*(<!-- end of results -->)/s;
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** The run of a suite in its usual folder, with the finished episodes of each condition. */
export function readResults(suite) {
  const { rows, manifest, folder } = readRun(path(`../runs/${suite}`));
  const conditions = manifest.conditions.map(({ header, fingerprint }) => {
    const own = rows.filter(({ condition }) => condition.fingerprint === fingerprint);
    return { header, rows: own, episodes: own.map(({ result }) => result) };
  });
  return { folder, conditions };
}

/** The score, episode by episode, for comparisons. */
export const samples = ({ episodes }) => samplesOf(episodes, SCORE);

export const mean = ({ episodes }, column = SCORE) => summarise(samplesOf(episodes, column)).mean ?? 0;

export const signed = (value, digits = 3) => `${value >= 0 ? '+' : ''}${value.toFixed(digits)}`;

/** A difference with its interval. */
export const change = ({ mean: by, interval }) =>
  `${signed(by)}${interval === null ? '' : ` [${signed(interval.low)}, ${signed(interval.high)}]`}`;

export const pOf = ({ pHolm }, digits) => pHolm?.toFixed(digits) ?? '–';

/** Puts results into a page, between the marks that it has for them. */
export async function writeResults(name, results) {
  const page = path(name);
  const text = readFileSync(page, 'utf8').replace(
    SECTION,
    (_, start, end) => `${start}\n\n${results}\n\n${end}`,
  );
  writeFileSync(page, await format(text, { parser: 'markdown', printWidth: 110, singleQuote: true }));
}
