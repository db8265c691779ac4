import type { EpisodeModel } from '../../model/episode-model.js';

/** How far a task had the seats it needs at work, over time. Times are virtual, microseconds. */
export interface TaskStrip {
  readonly task: string;
  readonly pieces: readonly { readonly from: number; readonly to: number | null; readonly share: number }[];
}

/** Most strips shown: those of the tasks that were worked on first. */
const MOST_STRIPS = 12;

/** A strip for each task that somebody ever worked on: seats that push now over seats needed. */
export function taskStrips({ tasks }: EpisodeModel): TaskStrip[] {
  const strips: TaskStrip[] = [];
  for (const { id, constraints, closedAt } of tasks.byId.values()) {
    const degrees = constraints.temporal;
    if (!degrees.some(({ count }) => count > 0)) continue;
    const pieces = degrees.flatMap(({ time: from, count, required }, i) => {
      const to = degrees[i + 1]?.time ?? closedAt;
      return count === 0 ? [] : [{ from, to, share: count / required }];
    });
    strips.push({ task: id, pieces });
  }
  return strips.slice(0, MOST_STRIPS);
}
