/** A condition in the plane of score and cost. */
export interface FrontierPoint {
  /** Its number in the summary table. */
  readonly number: number;
  readonly score: number;
  readonly cost: number;
  /** Interval of the score; the score itself where there is none. */
  readonly low: number;
  readonly high: number;
}

/** The points that none is at least as good as at no greater cost, cheapest first. */
export function paretoFrontier(points: readonly FrontierPoint[]): FrontierPoint[] {
  const byCost = [...points].sort((a, b) => a.cost - b.cost || b.score - a.score || a.number - b.number);
  let best = -Infinity;
  return byCost.filter(({ score }) => {
    if (score <= best) return false;
    best = score;
    return true;
  });
}
