import { defineConfig } from 'vite';

/** The page that the server hands out, and that a static export copies. */
export default defineConfig({
  root: 'src/client',
  // Relative, so that an exported page works in any folder of any server.
  base: './',
  resolve: { conditions: ['source'] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { outDir: '../../dist/site', emptyOutDir: true, chunkSizeWarningLimit: 2000 },
});
