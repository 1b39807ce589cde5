/** The same tests on the newest PostgreSQL (15 or later) that Debian has installed here. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { absent, serveTests } from './database-setup.ts';

const installed = '/usr/lib/postgresql';
const oldest = 15;

export default async (project: TestProject): Promise<(() => Promise<void>) | undefined> => {
  const versions = existsSync(installed) ? readdirSync(installed).map(Number) : [];
  const usable = versions.filter((version) => version >= oldest && existsSync(bin(version)));
  if (usable.length > 0) return serveTests(project, bin(Math.max(...usable)));
  absent(project, `no PostgreSQL ${oldest} or newer under ${installed}`);
  return undefined;
};

const bin = (version: number): string => join(installed, String(version), 'bin');
