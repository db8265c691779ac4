import type { Policy } from '../policy.js';
import { wake } from './wake.js';

/** A control: the turns that `annotate` gives, without what it says. */
export const noOp: Policy = {
  name: 'no-op',
  summary: 'a control: has the agents concerned think again and tells them nothing',
  version: 1,
  treat: ({ finding }) => finding.seats.map((seat) => wake(finding, seat, 'Carry on.')),
};
