import { dirname, relative, resolve, sep } from 'node:path';
import { readFrozen } from '../report/frozen.js';
import { createReport } from '../report/report.js';
import type { RunResults } from '../run-folder/read-run.js';
import { makeFolder } from '../system/make-folder.js';
import { writeAtomically } from '../system/write-atomically.js';
import { pageData } from './page-data.js';
import { reportPage } from './report-page.js';

/**
 * Writes the report of a run as one page of HTML; its links to episodes are relative, so that page and run can be
 * moved together.
 * @throws QuorumError `FILE_UNWRITABLE`
 */
export async function writePage(results: RunResults, file: string): Promise<void> {
  const report = createReport(results, readFrozen(), { all: true });
  const path = relative(dirname(resolve(file)), resolve(results.folder));
  const base = path === '' ? '' : `${path.split(sep).join('/')}/`;
  const page = await reportPage(pageData(report, results, base));
  makeFolder(dirname(resolve(file)));
  writeAtomically(file, page);
}
