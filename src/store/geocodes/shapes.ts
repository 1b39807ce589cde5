/** Shapes under the hash of what they are: kept once however many alerts name them, and held in memory while they are used. */
import type { Shape } from '../../core/geo/shape.ts';
import { among, type Store, type Tx } from '../open.ts';
import { sha256 } from '../reports.ts';

type Db = Store['db'] | Tx;

/** Hashes of shapes seen before: to write a large one out takes long. */
const written = new WeakMap<Shape, string>();

/** Characters of JSON of all shapes held: some 70 MB in memory. */
const mostHeld = 40_000_000;
/** The least lately used comes first. A hash stands for one shape in every database. */
const held = new Map<string, { readonly shape: Shape; readonly size: number }>();
let heldSize = 0;

function hold(hash: string, shape: Shape, size: number): void {
  heldSize += size - (held.get(hash)?.size ?? 0);
  held.delete(hash);
  held.set(hash, { shape, size });
  for (const [oldest, one] of held) {
    if (heldSize <= mostHeld) break;
    held.delete(oldest);
    heldSize -= one.size;
  }
}

/** Keeps shapes; gives their hashes in the same order. */
export async function keepShapes(tx: Tx, desk: string, shapes: readonly Shape[]): Promise<string[]> {
  const hashes: string[] = [];
  const known = await knownOf(
    tx,
    desk,
    shapes.map((shape) => hashOf(shape)),
  );
  for (const shape of shapes) {
    const hash = hashOf(shape);
    hashes.push(hash);
    if (known.has(hash)) continue;
    known.add(hash);
    await tx
      .insertInto('shape')
      .values({ desk, hash, json: JSON.stringify(shape) })
      .onConflict((c) => c.doNothing())
      .execute();
  }
  return hashes;
}

async function knownOf(db: Db, desk: string, hashes: readonly string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await db
    .selectFrom('shape')
    .select('hash')
    .where('desk', '=', desk)
    .where(among('hash', [...new Set(hashes)]))
    .execute();
  return new Set(rows.map(({ hash }) => hash));
}

function hashOf(shape: Shape): string {
  const known = written.get(shape);
  if (known) return known;
  const hash = sha256(JSON.stringify(shape));
  written.set(shape, hash);
  return hash;
}

/** The shapes of these hashes; one that is not in the database is left out. */
export async function shapesOf(db: Db, desk: string, hashes: readonly string[]): Promise<Map<string, Shape>> {
  const found = new Map<string, Shape>();
  const wanted = new Set<string>();
  for (const hash of hashes) {
    const one = held.get(hash);
    if (!one) {
      wanted.add(hash);
      continue;
    }
    found.set(hash, one.shape);
    hold(hash, one.shape, one.size);
  }
  if (wanted.size === 0) return found;
  const rows = await db
    .selectFrom('shape')
    .select(['hash', 'json'])
    .where('desk', '=', desk)
    .where(among('hash', [...wanted]))
    .execute();
  for (const { hash, json } of rows) {
    const shape = JSON.parse(json) as Shape;
    written.set(shape, hash);
    found.set(hash, shape);
    hold(hash, shape, json.length);
  }
  return found;
}
