import type { EpisodeModel } from './episode-model.js';
import { lastAtOrBefore } from './last-at-or-before.js';
import type { Degree, Task } from './tasks.js';

const timeOf = ({ time }: { readonly time: number }): number => time;

/** How many agents stand where an open task is worked on, of how many it needs; null where nobody does. */
export function presentAt({ constraints, closedAt }: Task, time: number): Degree | null {
  if (closedAt !== null && closedAt <= time) return null;
  const { spatial } = constraints;
  const degree = spatial[lastAtOrBefore(spatial, time, timeOf)];
  return degree === undefined || degree.count === 0 ? null : degree;
}

/** The same for a body: of its task that most are at. */
export function presentAtBody({ tasks }: EpisodeModel, body: string, time: number): Degree | null {
  const degrees = (tasks.byBody.get(body) ?? []).flatMap((task) => presentAt(task, time) ?? []);
  return degrees.reduce<Degree | null>(
    (most, degree) => (most === null || degree.count > most.count ? degree : most),
    null,
  );
}
