#!/usr/bin/env node
// Committed, because npm links a workspace's `bin` before anything is built.
import { existsSync } from 'node:fs';
import { URL } from 'node:url';

const entry = new URL('../dist/bundle/main.js', import.meta.url);
if (existsSync(entry)) {
  // Traces then name the sources, not the bundle.
  if (process.argv.includes('--debug')) process.setSourceMapsEnabled(true);
  const { main } = await import(entry.href);
  process.exitCode = await main(process.argv.slice(2));
} else {
  process.stderr.write(
    'error: Quorum is not built yet.\nfix: run `npm ci` (or `npm run build`) in its folder.\n',
  );
  process.exitCode = 1;
}
