import type { IncomingMessage } from 'node:http';
import { equalSecret } from './equal-secret.js';

/** Name of the query field and of the cookie. */
const NAME = 'token';

/** How a request shows that its page may watch. */
export type Pass = 'query' | 'cookie' | null;

/**
 * Where a request carries the token: in its address, as a person was given it, or in the cookie that the answer to such
 * a request left behind, as everything that the page asks for after that does.
 * @returns null where it carries none, or a wrong one
 */
export function passOf({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>, token: string): Pass {
  const query = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  const given = url.includes('?') ? query.get(NAME) : null;
  if (given !== null && equalSecret(given, token)) return 'query';
  const cookies = (headers.cookie ?? '').split(';').map((each) => each.trim());
  return cookies.some(
    (each) => each.startsWith(`${NAME}=`) && equalSecret(each.slice(NAME.length + 1), token),
  )
    ? 'cookie'
    : null;
}

/** The cookie that lets a page in again. It ends with the browser, and no script and no other site's page sends it. */
export function passCookie(token: string): string {
  return `${NAME}=${token}; Path=/; HttpOnly; SameSite=Strict`;
}
