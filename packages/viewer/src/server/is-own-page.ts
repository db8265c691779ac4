import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Whether a request comes from the viewer's own page, or from no page at all. A page of another site must not read runs
 * through its visitor's browser, neither under its own name nor under a name that it lets point to this machine.
 * @param host address that the server listens on
 */
export function isOwnPage({ origin, host: asked }: IncomingHttpHeaders, host: string): boolean {
  if (asked === undefined || !URL.canParse(`http://${asked}`)) return false;
  if (LOOPBACK.includes(host) && !LOOPBACK.includes(new URL(`http://${asked}`).hostname)) return false;
  // A sandboxed page says `null`, which is no address.
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === asked);
}
