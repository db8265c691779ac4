/**
 * Random valid logs for property tests. Needs fast-check, which is a development dependency.
 * @module
 */
export { arbitraryHeader, arbitraryLog, type RandomLog } from './arbitrary-log.js';
