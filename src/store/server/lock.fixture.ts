/** A process of its own for lock.test.ts: tries to hold the folder once told so, says how it went, and stays until told to end. */
import { createInterface } from 'node:readline';
import { isRefusal } from '../../core/refusal.ts';
import { type FolderLock, holdFolder } from './lock.ts';

const [folder = ''] = process.argv.slice(2);
let lock: FolderLock | null = null;
process.stdout.write('ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'end') break;
  const held = await holdFolder(folder, { what: 'race', address: 'http://127.0.0.1:1' });
  if (!isRefusal(held)) lock = held;
  process.stdout.write(`${isRefusal(held) ? held.refused : 'held'}\n`);
}
lock?.release();
process.exit(0);
