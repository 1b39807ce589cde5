/** The tests of the database on the embedded PostgreSQL. */
import type { TestProject } from 'vitest/node';
import { serveTests } from './database-setup.ts';

export default (project: TestProject): Promise<() => Promise<void>> => serveTests(project);
