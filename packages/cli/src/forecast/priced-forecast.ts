import { costOf, type PriceTable } from '../models/prices.js';
import type { ConditionForecast } from './forecast-run.js';
import { addCalls, NO_WORK, type ModelWork } from './model-work.js';

/** One model in one condition. */
export interface ForecastRow extends ModelWork {
  /** Fingerprint. */
  readonly condition: string;
  readonly model: string;
  readonly basis: ConditionForecast['basis'];
  readonly episodes: number;
  readonly dollars: number | null;
  /** Virtual time of thinking in one episode. */
  readonly thinkingSeconds: number;
}

/** A forecast as it is shown. */
export interface PricedForecast {
  /** When the prices were valid. */
  readonly asOf: string;
  readonly rows: readonly ForecastRow[];
  readonly total: ModelWork & { readonly dollars: number };
  /** Models that `total.dollars` does not hold, because their price is not known. */
  readonly unpriced: readonly string[];
}

/** Puts prices to a forecast. Counts are rounded to whole ones. */
export function priceForecast(forecasts: readonly ConditionForecast[], prices: PriceTable): PricedForecast {
  const rows = forecasts.flatMap(({ condition, episodes, basis, perEpisode, total }) =>
    [...total].map(([model, work]): ForecastRow => {
      const whole = {
        calls: Math.round(work.calls),
        inputTokens: Math.round(work.inputTokens),
        outputTokens: Math.round(work.outputTokens),
      };
      const price = prices.priceOf(model);
      return {
        condition: condition.fingerprint,
        model,
        basis,
        episodes,
        ...whole,
        dollars: price === null ? null : costOf(price, whole),
        thinkingSeconds: perEpisode.thinkingSeconds,
      };
    }),
  );
  const unpriced = rows.filter(({ dollars }) => dollars === null).map(({ model }) => model);
  const dollars = rows.reduce((sum, row) => sum + (row.dollars ?? 0), 0);
  return {
    asOf: prices.asOf,
    rows,
    total: { ...rows.reduce<ModelWork>(addCalls, NO_WORK), dollars },
    unpriced: [...new Set(unpriced)].sort(),
  };
}
