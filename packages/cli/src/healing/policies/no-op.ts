import type { Control } from '../control.js';
import { wake } from './wake.js';

/** The turns of a policy, without what it says or hands on. */
export const noOp: Control = {
  name: 'no-op',
  summary: 'a control: has the agents think again that another policy would, and tells them nothing',
  version: 1,
  treat: ({ finding }, woken) => woken.map((seat) => wake(finding, seat, 'Carry on.')),
};
