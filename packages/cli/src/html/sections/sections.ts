import type { MakeSection } from '../section.js';
import { episodes } from './episodes.js';
import { frontier } from './frontier.js';
import { processGrid } from './process-grid.js';
import { summary } from './summary.js';

/** What the page shows, in order. */
export const sections: readonly MakeSection[] = [summary, frontier, processGrid, episodes];
