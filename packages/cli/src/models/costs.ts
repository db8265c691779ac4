import { QuorumError } from '@quorum/events';
import { costOf, type PriceTable } from './prices.js';

/** What a run spends on models, and what it may. */
export interface Costs {
  /** US dollars so far, where prices are known. */
  readonly dollars: number;
  /** @throws QuorumError `COST_LIMIT` when the limit is reached */
  check(): void;
  add(model: string, tokens: { readonly inputTokens: number; readonly outputTokens: number }): void;
}

/** Options of a cost counter. */
export interface CostOptions {
  readonly prices: PriceTable;
  /** US dollars; null for no limit. Calls that are under way when it is reached are still paid. */
  readonly maxCost: number | null;
  /** US dollars that earlier sessions of the run have spent. */
  readonly spent: number;
}

/** Starts counting. */
export function countCosts({ prices, maxCost, spent }: CostOptions): Costs {
  let dollars = spent;
  return {
    get dollars() {
      return dollars;
    },
    check() {
      if (maxCost === null || dollars < maxCost) return;
      throw new QuorumError(
        'COST_LIMIT',
        `The run has spent US$ ${dollars.toFixed(2)} on models; it may spend ${maxCost}.`,
        { fix: 'Finished episodes are kept. To go on, give the same command with a higher --max-cost.' },
      );
    },
    add(model, tokens) {
      const price = prices.priceOf(model);
      if (price !== null) dollars += costOf(price, tokens);
    },
  };
}
