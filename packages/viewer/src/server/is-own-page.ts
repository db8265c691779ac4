import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
/** All addresses of this machine: it may be asked by any of its names. */
const EVERYWHERE = ['0.0.0.0', '[::]'];

/** Whether only this machine reaches an address. */
function isLoopback(host: string): boolean {
  return LOOPBACK.includes(hostOfUrl(host));
}

/** Whether an address stands for all addresses of this machine. */
export function isEverywhere(host: string): boolean {
  return EVERYWHERE.includes(hostOfUrl(host));
}

/** An address as it stands in a URL: version 6 in brackets, in its shortest form. */
export function hostOfUrl(host: string): string {
  const bare = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  return URL.canParse(`http://${bare}`) ? new URL(`http://${bare}`).hostname : bare;
}

/**
 * Whether a request comes from the viewer's own page, or from no page at all. A page of another site must not read runs
 * through its visitor's browser, neither under its own name nor under a name that it lets point to this machine. Where
 * the server listens on all addresses, names cannot be told apart: there the token is what keeps others out.
 * @param host address that the server listens on
 */
export function isOwnPage({ origin, host: asked }: IncomingHttpHeaders, host: string): boolean {
  if (asked === undefined || !URL.canParse(`http://${asked}`)) return false;
  const { hostname } = new URL(`http://${asked}`);
  const known = isLoopback(host) ? LOOPBACK : [hostOfUrl(host)];
  if (!isEverywhere(host) && !known.includes(hostname)) return false;
  // A sandboxed page says `null`, which is no address.
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === asked);
}
