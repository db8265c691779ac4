import type { MakeSection } from '../section.js';
import { agentSeconds } from './agent-seconds.js';
import { bottlenecks } from './bottlenecks.js';
import { comparisons } from './comparisons.js';
import { courseSection } from './course.js';
import { episodes } from './episodes.js';
import { failuresSection } from './failures.js';
import { fiveWsSection } from './five-ws.js';
import { frontier } from './frontier.js';
import { processGrid } from './process-grid.js';
import { summary } from './summary.js';

/** What the page shows, in order. */
export const sections: readonly MakeSection[] = [
  summary,
  comparisons,
  frontier,
  agentSeconds,
  bottlenecks,
  courseSection,
  processGrid,
  fiveWsSection,
  failuresSection,
  episodes,
];
