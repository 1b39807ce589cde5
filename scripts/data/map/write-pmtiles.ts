/** Writes PMTiles, version 3 (github.com/protomaps/PMTiles, spec/v3): clustered, gzip inside, each different tile once. */
import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';

export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** A Mapbox Vector Tile, not compressed. */
  readonly data: Uint8Array;
}

interface Entry {
  readonly id: number;
  run: number;
  readonly offset: number;
  readonly length: number;
}

const headerBytes = 127;
/** Header and root directory together are to be had with one request. */
const mostRootBytes = 16_384 - headerBytes;
const entriesOfLeaf = 1024;
const [gzip, vectorTiles] = [2, 1];

/** `metadata` is the JSON of the archive; `bounds` and `center` are of the whole Earth. */
export function writePmtiles(tiles: readonly Tile[], metadata: object): Uint8Array {
  const { entries, data, contents } = laidOut(tiles);
  const { root, leaves } = directories(entries);
  const json = gzipSync(JSON.stringify(metadata));
  const leavesAt = headerBytes + root.length + json.length;
  const header = new DataView(new ArrayBuffer(headerBytes));
  new Uint8Array(header.buffer).set(new TextEncoder().encode('PMTiles'));
  header.setUint8(7, 3);
  const numbers = [
    headerBytes,
    root.length,
    headerBytes + root.length,
    json.length,
    leavesAt,
    leaves.length,
    leavesAt + leaves.length,
    data.length,
    tiles.length,
    entries.length,
    contents,
  ];
  for (const [n, value] of numbers.entries()) header.setBigUint64(8 + n * 8, BigInt(value), true);
  const zooms = tiles.map(({ z }) => z);
  const [low, high] = [zooms.reduce((a, b) => Math.min(a, b)), zooms.reduce((a, b) => Math.max(a, b))];
  for (const [n, value] of [1, gzip, gzip, vectorTiles, low, high].entries()) header.setUint8(96 + n, value);
  for (const [n, degrees] of [-180, -85.05, 180, 85.05].entries())
    header.setInt32(102 + n * 4, Math.round(degrees * 1e7), true);
  header.setUint8(118, low);
  return Buffer.concat([new Uint8Array(header.buffer), root, json, leaves, data]);
}

function laidOut(tiles: readonly Tile[]): { entries: Entry[]; data: Uint8Array; contents: number } {
  const entries: Entry[] = [];
  const parts: Uint8Array[] = [];
  const known = new Map<string, { offset: number; length: number }>();
  let end = 0;
  const inOrder = tiles.map((tile) => ({ id: zxyToTileId(tile.z, tile.x, tile.y), tile })).sort((a, b) => a.id - b.id);
  for (const { id, tile } of inOrder) {
    const packed = gzipSync(tile.data, { level: 9 });
    const key = packed.toString('latin1');
    let place = known.get(key);
    if (!place) {
      place = { offset: end, length: packed.length };
      known.set(key, place);
      parts.push(packed);
      end += packed.length;
    }
    const before = entries.at(-1);
    if (before && before.offset === place.offset && before.id + before.run === id) before.run += 1;
    else entries.push({ id, run: 1, ...place });
  }
  return { entries, data: Buffer.concat(parts), contents: parts.length };
}

/** One directory where it fits, else a root of leaves. */
function directories(entries: readonly Entry[]): { root: Uint8Array; leaves: Uint8Array } {
  const whole = directory(entries);
  if (whole.length <= mostRootBytes) return { root: whole, leaves: new Uint8Array() };
  const leaves: Uint8Array[] = [];
  const pointers: Entry[] = [];
  let end = 0;
  for (let n = 0; n < entries.length; n += entriesOfLeaf) {
    const own = entries.slice(n, n + entriesOfLeaf);
    const leaf = directory(own);
    pointers.push({ id: own[0]?.id ?? 0, run: 0, offset: end, length: leaf.length });
    leaves.push(leaf);
    end += leaf.length;
  }
  const root = directory(pointers);
  if (root.length > mostRootBytes) throw new Error('more leaves than one root holds');
  return { root, leaves: Buffer.concat(leaves) };
}

function directory(entries: readonly Entry[]): Uint8Array {
  const bytes: number[] = [];
  const put = (value: number): void => {
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
    bytes.push(rest);
  };
  put(entries.length);
  for (const [n, { id }] of entries.entries()) put(id - (entries[n - 1]?.id ?? 0));
  for (const { run } of entries) put(run);
  for (const { length } of entries) put(length);
  for (const [n, { offset }] of entries.entries()) {
    const before = entries[n - 1];
    // 0: it follows the one before.
    put(before && before.offset + before.length === offset ? 0 : offset + 1);
  }
  return gzipSync(new Uint8Array(bytes), { level: 9 });
}
