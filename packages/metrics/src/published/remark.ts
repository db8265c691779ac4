import type { QuorumEvent } from '@quorum/events';

/** Source of remarks (`intervention.applied`, kind `note`) that hold the words of an imported COOP² log. */
export const COOP2_SOURCE = 'coop2';

/** The latest remark of an import. */
export interface LastRemark {
  seq: number;
  note: string;
}

export function createLastRemark(): LastRemark {
  return { seq: -1, note: '' };
}

/** Takes in a remark. An import writes each just before the one event that names it, so the latest is enough. */
export function noteRemark(state: LastRemark, event: QuorumEvent): void {
  if (event.type !== 'intervention.applied' || event.source !== COOP2_SOURCE || event.kind !== 'note') return;
  state.seq = event.seq;
  state.note = event.note;
}

/** The remark that the event names among its inputs: its own words in the imported log; null in logs of Quorum. */
export function remarkOn(state: LastRemark, event: QuorumEvent): string | null {
  return event.inputs.includes(state.seq) ? state.note : null;
}
