import { createDetection } from '../interaction/detectors/create-detection.js';
import type { Finding } from '../interaction/detectors/finding.js';
import type { Story, StoryLog } from './story.js';

/** What all detectors find in a story. */
export function findingsOf({ header, events }: StoryLog): Finding[] {
  const detection = createDetection(header);
  return events.flatMap((event) => [...detection.push(event)]);
}

/** Names of their rules, in order. */
export const rulesOf = (story: Story): string[] => findingsOf(story).map(({ rule }) => rule);
