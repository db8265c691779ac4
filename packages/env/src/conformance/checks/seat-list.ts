/** True for distinct seat numbers of the team in rising order. */
export function isSeatList(seats: readonly number[], teamSize: number): boolean {
  return seats.every(
    (seat, i) => Number.isInteger(seat) && seat >= 0 && seat < teamSize && seat > (seats[i - 1] ?? -1),
  );
}
