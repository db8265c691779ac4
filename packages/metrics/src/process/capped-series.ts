/** Most intervals that a series has. */
export const MOST_INTERVALS = 32;

/** Ticks of several channels over body time, in at most `MOST_INTERVALS` intervals of equal length. */
export interface CappedSeries<K extends string> {
  /** Doubles whenever the series would become too long. */
  ticksPerInterval: number;
  readonly channels: Readonly<Record<K, number[]>>;
}

/** An empty series. */
export function createSeries<K extends string>(channels: Readonly<Record<K, number[]>>): CappedSeries<K> {
  return { ticksPerInterval: 60, channels };
}

/** A copy that further ticks leave as it is. */
export function copySeries<K extends string>({
  ticksPerInterval,
  channels,
}: CappedSeries<K>): CappedSeries<K> {
  const copies: Record<K, number[]> = { ...channels };
  for (const channel in copies) copies[channel] = [...copies[channel]];
  return { ticksPerInterval, channels: copies };
}

/** Adds the ticks from `from` up to `to` to some channels. */
export function addToSeries<K extends string>(
  series: CappedSeries<K>,
  from: number,
  to: number,
  channels: readonly K[],
): void {
  while (to > series.ticksPerInterval * MOST_INTERVALS) coarsen(series);
  const { ticksPerInterval } = series;
  for (let start = from; start < to;) {
    const interval = Math.floor(start / ticksPerInterval);
    const end = Math.min(to, (interval + 1) * ticksPerInterval);
    for (const channel of channels) {
      const values = series.channels[channel];
      while (values.length <= interval) values.push(0);
      values[interval] = (values[interval] ?? 0) + end - start;
    }
    start = end;
  }
}

/** Joins neighbours in pairs. */
function coarsen<K extends string>(series: CappedSeries<K>): void {
  series.ticksPerInterval *= 2;
  for (const values of Object.values<number[]>(series.channels)) {
    const joined = Array.from(
      { length: Math.ceil(values.length / 2) },
      (_, i) => (values[2 * i] ?? 0) + (values[2 * i + 1] ?? 0),
    );
    values.splice(0, values.length, ...joined);
  }
}
