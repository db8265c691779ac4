import { QuorumError } from '@quorum/events';
import { startViewer, type RunControl, type RunSource } from '@quorum/viewer';
import type { Access } from './check-access.js';

/** A page that is served. */
export interface ServedRun {
  /** With what one has to know to watch. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Starts serving a run.
 * @throws QuorumError `USAGE` where it cannot listen there
 */
export async function serveRun(
  source: RunSource,
  { host, port, token }: Access,
  control?: RunControl,
): Promise<ServedRun> {
  try {
    const viewer = await startViewer(source, {
      host,
      port,
      token: token ?? null,
      ...(control && { control }),
    });
    return {
      address: token === undefined ? viewer.url : `${viewer.url}?token=${token}`,
      close: () => viewer.close(),
    };
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const reason = code === 'EADDRINUSE' ? 'the port is taken' : message;
    throw new QuorumError('USAGE', `Nothing can be served on ${host}, port ${port}: ${reason}.`, {
      fix: 'choose another --port (0 takes any free one), or an address of this machine as --host.',
    });
  }
}
