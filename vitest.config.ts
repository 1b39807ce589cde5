// Four projects: plain tests; those of the database, on the embedded PostgreSQL and on Debian's; and whole journeys.
import { defineConfig } from 'vitest/config';

const database = 'src/**/*.db.test.{ts,tsx}';
const journeys = 'test/journeys/**/*.test.ts';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    environment: 'node',
    // Otherwise style sheets are read as empty, and pages would be looked at without them.
    css: true,
    // The small machine this must pass on has two cores.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
          exclude: [database, journeys],
        },
      },
      { extends: true, test: { name: 'db-embedded', include: [database], globalSetup: 'test/setup-embedded.ts' } },
      { extends: true, test: { name: 'db-debian', include: [database], globalSetup: 'test/setup-debian.ts' } },
      {
        // These run dist/main.js as a process, as people do; ./check builds it first.
        extends: true,
        test: {
          name: 'journey',
          include: [journeys],
          globalSetup: 'test/setup-embedded.ts',
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
