import type { RepairPolicy } from '../contract/repair-policy.js';
import { coop2 } from './coop2.js';

/** Policies of repair before acting, by name. */
export const repairs: readonly RepairPolicy[] = [coop2];
