import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Tests run the packages' sources; the end-to-end tests start the built command.
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts'],
    // By default one core is left idle; the end-to-end tests wait for processes most of the time.
    maxWorkers: '100%',
    // Nothing here keeps global state, so that test files share a worker's modules: half the time.
    pool: 'threads',
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
