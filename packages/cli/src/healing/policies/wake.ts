import type { Intervention } from '@quorum/agents';
import type { Finding } from '@quorum/metrics';

/** Has a seat think again, with a notice, because of a finding. */
export const wake = ({ evidence }: Finding, seat: number, note: string): Intervention => ({
  kind: 'wake',
  seat,
  note,
  inputs: evidence,
});
