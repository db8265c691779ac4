/** Something wrong with a run folder as a whole, not with the content of one episode. */
export interface RunProblem {
  /** File (with its line where there is one) or folder, relative to the run folder. */
  readonly path: string;
  readonly message: string;
}
