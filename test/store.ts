/** A store on a database of its own, with a clock turned by hand and keys that are random but the test's own. */
import { randomBytes } from 'node:crypto';
import { isRefusal } from '../src/core/refusal.ts';
import type { Instant } from '../src/core/time/time.ts';
import { createSealer } from '../src/seal/envelope.ts';
import { loadMasterKey } from '../src/seal/master-key.ts';
import { openPool, openStore, type Store } from '../src/store/open.ts';
import { openDesk } from '../src/store/transact.ts';
import { freshDatabase } from './database.ts';
import { divisions } from './divisions.ts';
import { at, HandClock } from './make.ts';

export interface TestStore {
  readonly store: Store;
  readonly clock: HandClock;
  readonly url: string;
  /** Another store on the same database: a second process, with a lease name of its own. */
  second(holder: string): Promise<Store>;
  close(): Promise<void>;
}

export const start = at('2026-03-02T07:00:00Z');

export async function testStore(now: Instant = start): Promise<TestStore> {
  const database = await freshDatabase();
  const clock = new HandClock(now);
  const key = randomBytes(32).toString('base64');
  const master = loadMasterKey({ key, file: '', create: false, random: randomBytes });
  if (isRefusal(master)) throw new Error(master.refused);
  const sealer = createSealer(master, randomBytes);
  const opened: Store[] = [];
  const open = async (holder: string): Promise<Store> => {
    const pool = openPool({ connectionString: database.url }, () => {});
    const store = await openStore(pool, { clock, sealer, holder, divisions });
    if (isRefusal(store)) throw new Error(store.refused);
    opened.push(store);
    return store;
  };
  const store = await open('first');
  await openDesk(store, 'live');
  await openDesk(store, 'drill');
  return {
    store,
    clock,
    url: database.url,
    second: open,
    close: async () => {
      for (const one of opened) await one.pool.end();
      await database.drop();
    },
  };
}
