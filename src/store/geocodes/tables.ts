/** The shapes that an operator imported, by scheme and code. A later import of a code takes the place of the earlier for what comes after. */
import { sql } from 'kysely';
import type { GeocodeEntry } from '../../core/geo/geocodes/file.ts';
import type { GeocodeTable } from '../../core/geo/geocodes/geocodes.ts';
import { schemeKey } from '../../core/geo/geocodes/schemes.ts';
import type { Shape } from '../../core/geo/shape.ts';
import type { Instant } from '../../core/time/time.ts';
import { among, type Store, type Tx } from '../open.ts';
import { keepShapes, shapesOf } from './shapes.ts';

type Db = Store['db'] | Tx;

export interface GeocodeImport {
  readonly n: number;
  /** As the operator wrote it. */
  readonly scheme: string;
  readonly source: string;
  readonly edition: string;
  readonly at: Instant;
  /** Codes it still stands for; later imports may have taken others over. */
  readonly codes: number;
}

/** All imports, the newest first. */
export async function geocodeImports(db: Db, desk: string): Promise<GeocodeImport[]> {
  const rows = await db
    .selectFrom('geocode_import as i')
    .select(({ selectFrom, fn }) => [
      ...(['i.n', 'i.scheme', 'i.source', 'i.edition', 'i.at'] as const),
      selectFrom('geocode as g')
        .select(fn.countAll<number>().as('codes'))
        .whereRef('g.desk', '=', 'i.desk')
        .whereRef('g.import', '=', 'i.n')
        .as('codes'),
    ])
    .where('i.desk', '=', desk)
    .orderBy('i.n', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, codes: row.codes ?? 0 }));
}

export type NewImport = Omit<GeocodeImport, 'n' | 'codes' | 'at'>;

/** Stores an import. `progress` is called with the number of codes stored so far. */
export async function keepImport(
  tx: Tx,
  desk: string,
  made: NewImport & { readonly at: Instant },
  entries: readonly GeocodeEntry[],
  progress: (done: number) => void,
): Promise<void> {
  // One import at a time: each has a number of its own.
  await sql`lock table geocode_import in exclusive mode`.execute(tx);
  const [last] = await geocodeImports(tx, desk);
  const n = (last?.n ?? 0) + 1;
  const { scheme, source, edition, at } = made;
  await tx.insertInto('geocode_import').values({ desk, n, scheme, source, edition, at }).execute();
  for (let i = 0; i < entries.length; i += batch) {
    const some = entries.slice(i, i + batch);
    const shapes = await keepShapes(
      tx,
      desk,
      some.map(({ shape }) => shape),
    );
    const rows = some.map(({ code, name }, k) => ({
      ...{ desk, scheme: schemeKey(scheme), code, name, import: n },
      shape: shapes[k] ?? '',
    }));
    await tx
      .insertInto('geocode')
      .values(rows)
      .onConflict((c) =>
        c.columns(['desk', 'scheme', 'code']).doUpdateSet(({ ref }) => ({
          name: ref('excluded.name'),
          shape: ref('excluded.shape'),
          import: ref('excluded.import'),
        })),
      )
      .execute();
    progress(i + some.length);
  }
}

const batch = 100;

interface Kept {
  readonly import: number;
  readonly name: string;
  readonly shape: Shape;
}

export interface OpenTables {
  /** One for each import that still stands for a code, the newest first. */
  readonly tables: readonly GeocodeTable[];
  /** Fetches the codes that were asked for since; false when there were none, so that all answers were whole. */
  fetch(): Promise<boolean>;
}

/** Tables that answer from memory and fetch what they are asked for in between: an import may be larger than memory. */
export async function openTables(db: Db, desk: string): Promise<OpenTables> {
  const imports = (await geocodeImports(db, desk)).filter(({ codes }) => codes > 0);
  const known = new Map<string, Map<string, Kept | null>>();
  const asked = new Map<string, Set<string>>();
  const tables = imports.map(({ n, scheme, source, edition }): GeocodeTable => {
    const key = schemeKey(scheme);
    const kept = known.get(key) ?? new Map<string, Kept | null>();
    known.set(key, kept);
    const find = (code: string): Kept | null => {
      const one = kept.get(code);
      if (one === undefined) asked.set(key, (asked.get(key) ?? new Set()).add(code));
      return one?.import === n ? one : null;
    };
    return {
      ...{ scheme, source, edition },
      find: (code) => {
        const one = find(code);
        return one && { name: one.name, shape: one.shape };
      },
    };
  });
  const fetch = async (): Promise<boolean> => {
    if (asked.size === 0) return false;
    for (const [scheme, codes] of asked) await fetchCodes(db, desk, scheme, [...codes], known.get(scheme) ?? new Map());
    asked.clear();
    return true;
  };
  return { tables, fetch };
}

async function fetchCodes(
  db: Db,
  desk: string,
  scheme: string,
  codes: readonly string[],
  into: Map<string, Kept | null>,
): Promise<void> {
  const rows = await db
    .selectFrom('geocode')
    .select(['code', 'name', 'shape', 'import'])
    .where('desk', '=', desk)
    .where('scheme', '=', scheme)
    .where(among('code', codes))
    .execute();
  const shapes = await shapesOf(
    db,
    desk,
    rows.map(({ shape }) => shape),
  );
  for (const code of codes) into.set(code, null);
  for (const { code, name, shape: hash, import: n } of rows) {
    const shape = shapes.get(hash);
    if (shape) into.set(code, { import: n, name, shape });
  }
}
