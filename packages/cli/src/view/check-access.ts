import { QuorumError } from '@quorum/events';

/** Where a page is served, and to whom. */
export interface Access {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** What one has to know to watch; where left out, nothing. */
  readonly token?: string;
}

/** Addresses that only this machine reaches. */
const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];
/** Too many to guess, and nothing that an address would have to escape. */
const TOKEN = /^[\w-]{16,200}$/;

/**
 * Checks who would be able to watch.
 * @throws QuorumError `USAGE` where other machines could without a token, or with one that can be guessed
 */
export function checkAccess({ host, token }: Access): void {
  if (token === undefined && !LOOPBACK.includes(host)) {
    throw new QuorumError('USAGE', `--host ${host} lets other machines read the run, and needs --token.`, {
      fix: 'add --token with at least 16 letters, digits, - and _; `openssl rand -hex 16` makes one.',
    });
  }
  if (token !== undefined && !TOKEN.test(token)) {
    throw new QuorumError('USAGE', '--token takes 16 to 200 letters, digits, - and _.', {
      fix: '`openssl rand -hex 16` makes one.',
    });
  }
}
