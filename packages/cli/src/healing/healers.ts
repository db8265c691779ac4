import type { Healer } from '@quorum/agents';

/** Policies of healing, by name. */
export const healers: readonly Healer[] = [];
