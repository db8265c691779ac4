import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Tests run the packages' sources; the end-to-end tests start the built command.
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
