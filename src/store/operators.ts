/** Named operators' tokens and the sessions they open. Only hashes are kept; there is no default. */
import type pg from 'pg';
import type { Refusal } from '../core/refusal.ts';
import { hour, type Instant } from '../core/time/time.ts';
import { hashToken } from '../seal/tokens.ts';
import type { Store } from './open.ts';

export interface Operator {
  readonly name: string;
  readonly addedAt: Instant;
  readonly revokedAt: Instant | null;
}

const sessionLasts = 12 * hour;
const nameForm = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u;

/** A name is used once, for ever: a record of who confirmed an alert must not change its meaning. */
export async function addToken(store: Store, name: string, token: string): Promise<Refusal | null> {
  if (!nameForm.test(name))
    return {
      refused:
        'A name has 1 to 64 letters, digits, spaces, dots, hyphens or underscores, and starts with a letter or digit.',
    };
  const added = await store.db
    .insertInto('operator_token')
    .values({ name, hash: hashToken(token), added_at: store.clock.now(), revoked_at: null })
    .onConflict((c) => c.column('name').doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 1n) return null;
  return { refused: `There is a token named ${name} already, in use or revoked; a second person is a second name.` };
}

/** Ends the token and every session opened with it. */
export async function revokeToken(store: Store, name: string): Promise<boolean> {
  const done = await store.db
    .updateTable('operator_token')
    .set({ revoked_at: store.clock.now() })
    .where('name', '=', name)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  await store.db.deleteFrom('session').where('operator', '=', name).execute();
  return done.numUpdatedRows === 1n;
}

export async function listTokens(store: Store): Promise<Operator[]> {
  const rows = await store.db.selectFrom('operator_token').selectAll().orderBy('added_at').orderBy('name').execute();
  return rows.map((row) => ({ name: row.name, addedAt: row.added_at, revokedAt: row.revoked_at }));
}

/** The operator's name, or null. Tokens are 256 random bits, so looking up their hash gives nothing away. */
export async function operatorOf(store: Store, token: string): Promise<string | null> {
  const row = await store.db
    .selectFrom('operator_token')
    .select('name')
    .where('hash', '=', hashToken(token))
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row?.name ?? null;
}

/** Opens a session for whoever holds `token`; `secret` is a fresh random value that becomes the cookie. */
export async function openSession(store: Store, token: string, secret: string): Promise<string | null> {
  const operator = await operatorOf(store, token);
  if (!operator) return null;
  const now = store.clock.now();
  await store.db.deleteFrom('session').where('expires_at', '<=', now).execute();
  const row = { hash: hashToken(secret), operator, made_at: now, expires_at: now + sessionLasts };
  await store.db.insertInto('session').values(row).execute();
  return operator;
}

export async function sessionOf(store: Store, secret: string): Promise<string | null> {
  const row = await store.db
    .selectFrom('session')
    .select('operator')
    .where('hash', '=', hashToken(secret))
    .where('expires_at', '>', store.clock.now())
    .executeTakeFirst();
  return row?.operator ?? null;
}

export async function closeSession(store: Store, secret: string): Promise<void> {
  await store.db.deleteFrom('session').where('hash', '=', hashToken(secret)).execute();
}

/** Ends every session: after a restore nobody is signed in by a cookie of the past. */
export async function endSessions(pool: pg.Pool): Promise<void> {
  await pool.query('delete from session');
}
