/** A Node that runs TypeScript as it is: this one, or the installed one where this one is older than package.json asks. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const installed = resolve(`node_modules/node-${process.platform}-${process.arch}/bin/node`);

export const node =
  Number.parseInt(process.versions.node, 10) >= 24 || !existsSync(installed) ? process.execPath : installed;
