/** Copies from seat (row) to seat (column), none yet. */
export function createWhoToWhom(seats: number): number[][] {
  return Array.from({ length: seats }, () => Array.from({ length: seats }, () => 0));
}

/** One more copy from a seat to each of those it addresses. */
export function noteAddressees(matrix: readonly number[][], seat: number, to: readonly number[]): void {
  const row = matrix[seat];
  if (row === undefined) return;
  for (const other of to) {
    if (other in row) row[other] = (row[other] ?? 0) + 1;
  }
}
