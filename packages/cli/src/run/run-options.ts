/** Options of `quorum run`, as the command line gives them. */
export interface RunOptions {
  /** `axis=a,b`, once per axis. */
  readonly grid: readonly string[];
  readonly seeds?: string;
  readonly repeats?: number;
  /** Run folder. */
  readonly output?: string;
  readonly workers: number;
  /** Plays only episodes whose path matches. */
  readonly only?: string;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  /** Stack traces of failed episodes; an option of `quorum` itself. */
  readonly debug: boolean;
}
