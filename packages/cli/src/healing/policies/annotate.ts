import type { Policy } from '../policy.js';
import { wake } from './wake.js';

/** DIG's first move (arXiv 2603.00309): those concerned are told. */
export const annotate: Policy = {
  name: 'annotate',
  summary: 'tells the agents concerned what went wrong and has them think again',
  version: 1,
  treat: ({ finding }) => finding.seats.map((seat) => wake(finding, seat, finding.sentence)),
};
