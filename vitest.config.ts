// Plain tests; those of the database and whole journeys, each on the embedded PostgreSQL and on Debian's.
import { defineConfig } from 'vitest/config';

const database = 'src/**/*.db.test.{ts,tsx}';
const journeys = 'test/journeys/**/*.test.ts';
const onAnyDatabase = ['test/journeys/arrives.test.ts', 'test/journeys/kill.test.ts'];
const journey = { testTimeout: 180_000, hookTimeout: 60_000 };

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    environment: 'node',
    setupFiles: ['test/properties.ts'],
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
      // These run dist/main.js as a process, as people do; ./check builds it first.
      { extends: true, test: { name: 'journey', include: [journeys], ...journey } },
      {
        // The desk on a database by DATABASE_URL, which is Debian's.
        extends: true,
        test: { name: 'journey-debian', include: onAnyDatabase, globalSetup: 'test/setup-debian.ts', ...journey },
      },
    ],
  },
});
