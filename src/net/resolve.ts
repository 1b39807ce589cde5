/** The system's own name resolution (hosts file, DNS), all answers. */
import { lookup } from 'node:dns/promises';
import type { Resolve } from './guard.ts';

export const systemResolve: Resolve = async (host) => {
  const answers = await lookup(host, { all: true });
  return answers.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
};
