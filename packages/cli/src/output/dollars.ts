/** An amount in US dollars: cents, and more digits for less than ten cents. */
export function formatDollars(amount: number): string {
  return amount > 0 && amount < 0.1 ? amount.toPrecision(2) : amount.toFixed(2);
}
