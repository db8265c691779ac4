import { pageBench } from './viewer-page.js';
import { slowDown } from './viewer-slow-down.js';
import { traffic } from './viewer-traffic.js';

/** What watching costs: the wire, who plays, and the page itself. */
export async function bench({ quick = false } = {}) {
  return [...(await traffic({ quick })), ...(await slowDown({ quick })), ...(await pageBench({ quick }))];
}
