import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const outDir = fileURLToPath(new URL('dist/bundle', import.meta.url));

/**
 * The command and its worker threads, each as a few large files: node takes longer to find and open 600 small ones than
 * most commands take to run. Packages of npm stay outside, but for those that are made of many files.
 */
export default defineConfig({
  plugins: [keepPlaces()],
  ssr: {
    resolve: { conditions: ['source', 'module', 'node'] },
    noExternal: [/^@quorum\//, 'zod', 'yaml'],
  },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    sourcemap: true,
    target: 'node20',
    rolldownOptions: {
      input: { main: 'src/main.ts', worker: 'src/pool/worker.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});

/** Lets `import.meta.url` be the place of the source, wherever its code ends up: prompts and suites lie beside it. */
function keepPlaces(): Plugin {
  return {
    name: 'keep-places',
    transform(code, id) {
      if (!id.endsWith('.ts') || !code.includes('import.meta.url')) return null;
      const place = `new URL(${JSON.stringify(relative(outDir, id))}, import.meta.url).href`;
      // Lines stay where they are, so the source map does, too.
      return { code: code.replaceAll('import.meta.url', place), map: null };
    },
  };
}
