/** What a backup must know of a database: its tables with their columns, its migrations, and the key that sealed it. */
import type pg from 'pg';
import type { TableColumns } from './frames.ts';

/** The one table that is compared instead of copied. */
const migrationTable = 'migration';

/** All tables of the house but that of its migrations, by name; columns as they were made. */
export async function readTables(client: pg.ClientBase): Promise<TableColumns[]> {
  const { rows } = await client.query<TableColumns & { kind: string }>(
    `select c.relname as table, c.relkind as kind,
       coalesce(json_agg(a.attname order by a.attnum) filter (where a.attnum > 0 and not a.attisdropped and a.attgenerated = ''), '[]') as columns
     from pg_class c join pg_namespace s on s.oid = c.relnamespace left join pg_attribute a on a.attrelid = c.oid
     where s.nspname = 'public' and c.relkind in ('r', 'p', 'S') and c.relname <> $1
     group by c.oid, c.relname, c.relkind order by c.relname collate "C"`,
    [migrationTable],
  );
  const foreign = rows.find((row) => row.kind !== 'r');
  // A copy of rows alone would lose where a sequence stands.
  if (foreign) throw new Error(`backups do not know what ${foreign.table} is (kind ${foreign.kind})`);
  return rows.map(({ table, columns }) => ({ table, columns }));
}

export async function readMigrations(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(`select id from ${migrationTable} order by id collate "C"`);
  return rows.map((row) => row.id);
}

export async function readKey(client: pg.ClientBase): Promise<string | null> {
  const { rows } = await client.query<{ fingerprint: string }>('select fingerprint from key_check');
  return rows[0]?.fingerprint ?? null;
}

/** Names in double quotes, since a column may have the name of a keyword. */
const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const quoted = (names: readonly string[]): string => names.map(quote).join(', ');

/** Settings under which both sides write and read values alike, whatever the server's own are; until the transaction ends. */
export async function speakAlike(client: pg.ClientBase): Promise<void> {
  await client.query(
    `set local client_encoding = 'UTF8'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
     set local timezone = 'UTC'; set local extra_float_digits = 1; set local bytea_output = 'hex';
     set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`,
  );
}
