import type { RepairPolicy } from '../contract/repair-policy.js';

/** Policies of repair before acting, by name. */
export const repairs: readonly RepairPolicy[] = [];
