/** Exit statuses of the command, a contract for scripts. */
export const EXIT = {
  ok: 0,
  /** Something failed: a malformed suite, an unreadable file, an episode that crashed. */
  error: 1,
  /** The command line is wrong. */
  usage: 2,
  /** The work was done and its verdict is no: verification failed or a threshold was missed. */
  missed: 100,
  /** Ctrl-C. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
