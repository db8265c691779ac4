import { fileURLToPath } from 'node:url';

/** The built page; `src/server` and `dist/server` lie equally deep. */
export const SITE = fileURLToPath(new URL('../../dist/site', import.meta.url));
