import type { Report } from './report.js';

/** What keeps a run from being the whole published suite, for the head of its report. */
export function reportRemarks({ suite, overrides, episodes: { finished, planned } }: Report): string[] {
  // The grid of an ad-hoc suite is all that it is.
  const changed = overrides.length > 0 && !suite.startsWith('adhoc-');
  return [
    ...(changed ? [`Not the published suite: changed by ${overrides.join(' ')}.`] : []),
    ...(finished < planned ? [`Unfinished: ${finished} of ${planned} episodes.`] : []),
  ];
}
