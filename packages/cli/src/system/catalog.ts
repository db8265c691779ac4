import { builtIn, type Catalog } from '@quorum/agents';
import { healers } from '../healing/healers.js';

/** All that a suite can name: everything built in, and what heals, which is made of metrics. */
export const catalog: Catalog = { ...builtIn, healers };
