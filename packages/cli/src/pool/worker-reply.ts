import { QuorumError, type ErrorCode } from '@quorum/events';

/** What a worker thread answers: errors as data, because their class does not survive the way between threads. */
export type WorkerReply<T> =
  { readonly ok: true; readonly result: T } | { readonly ok: false; readonly error: PackedError };

/** An error on its way between threads. */
export interface PackedError {
  /** Null for an error that is no `QuorumError`. */
  readonly code: ErrorCode | null;
  readonly message: string;
  readonly fix: string | undefined;
  readonly stack: string | undefined;
}

/** Runs a task in a worker and packs what comes of it. */
export async function reply<T>(work: () => T | Promise<T>): Promise<WorkerReply<T>> {
  try {
    return { ok: true, result: await work() };
  } catch (error) {
    return { ok: false, error: packError(error) };
  }
}

function packError(error: unknown): PackedError {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const known = QuorumError.isInstance(error) ? error : null;
  return { code: known?.code ?? null, message, fix: known?.fix, stack };
}

/** The error as it was thrown in the worker. */
export function unpackError({ code, message, fix, stack }: PackedError): Error {
  const error =
    code === null ? new Error(message) : new QuorumError(code, message, fix === undefined ? {} : { fix });
  if (stack !== undefined) error.stack = stack;
  return error;
}
