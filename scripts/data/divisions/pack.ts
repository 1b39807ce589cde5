/**
 * The bytes of assets/geo/divisions.bin, which src/core/geo/geocodes/divisions.ts reads: `TOCSIN` and a format number, the length of a
 * header in JSON, the header, then for arcs and shapes a count, the length of each in bytes, and their bodies. Numbers are varints, of 7
 * bits each, least first; signed ones are folded (0, −1, 1, −2 …).
 */
import type { Corner, Polygon, Topology } from './topology.ts';

export class Bytes {
  readonly #bytes: number[] = [];

  /** A whole number from 0. */
  count(n: number): this {
    for (; n > 127; n = Math.floor(n / 128)) this.#bytes.push((n % 128) | 128);
    this.#bytes.push(n);
    return this;
  }

  signed(n: number): this {
    return this.count(n < 0 ? -2 * n - 1 : 2 * n);
  }

  add(bytes: Iterable<number>): this {
    for (const byte of bytes) this.#bytes.push(byte);
    return this;
  }

  done(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

export function packed(header: object, arcs: Topology['arcs'], shapes: readonly (readonly Polygon[])[]): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const out = new Bytes().add(new TextEncoder().encode('TOCSIN')).add([2]).count(text.length).add(text);
  return list(list(out, arcs.map(arcBytes)), shapes.map(shapeBytes)).done();
}

function list(out: Bytes, items: readonly Uint8Array[]): Bytes {
  out.count(items.length);
  for (const item of items) out.count(item.length);
  for (const item of items) out.add(item);
  return out;
}

function arcBytes(line: readonly Corner[]): Uint8Array {
  const out = new Bytes();
  let [x, y] = [0, 0];
  for (const corner of line) {
    out.signed(corner[0] - x).signed(corner[1] - y);
    [x, y] = corner;
  }
  return out.done();
}

function shapeBytes(polygons: readonly Polygon[]): Uint8Array {
  const out = new Bytes().count(polygons.length);
  let before = 0;
  for (const polygon of polygons) {
    out.count(polygon.length);
    for (const ring of polygon) {
      out.count(ring.length);
      for (const ref of ring) {
        out.signed(ref - before);
        before = ref;
      }
    }
  }
  return out.done();
}
