/**
 * The shapes that come with Tocsin: countries, their divisions, counties of the United States. Its bytes are made by
 * scripts/data/divisions/pack.ts. Opening reads the header and where each shape lies; a shape is read when it is asked for.
 */
import type { MultiPolygon, Point } from '../shape.ts';

export interface Division {
  readonly code: string;
  /** In English, or as the country writes it. */
  readonly name: string;
  readonly source: string;
  readonly edition: string;
  /** How far its boundary may lie from the true one, coasts included, in metres. Of what it lacks nothing is said by this. */
  readonly withinMeters: number;
  /** Towns of it on ground that the shape has not, such as small islands; the largest first. */
  readonly lacks: readonly string[];
  shape(): MultiPolygon;
}

export interface Divisions {
  /** `table` is `ISO 3166-1` (alpha-2), `ISO 3166-2` or `FIPS` (county `SSCCC`, state `SS`, `00` the whole country). */
  find(table: DivisionTable, code: string): Division | null;
  /** Alpha-2 of an alpha-3 or numeric code of ISO 3166-1. */
  alpha2Of(code: string): string | null;
  /** The entry of ISO 3166-1 that a code of ISO 3166-2 names as well (`FR-974` is `RE`). */
  ownCountryOf(code: string): string | null;
  /** A code of ISO 3166 or FIPS that has no shape here. */
  unshaped(code: string): Unshaped | null;
  /** All codes of a table. */
  codes(table: DivisionTable): readonly string[];
}

interface Unshaped {
  readonly name: string;
  /** The map has nothing for it, other ground than it means now, or too far from where its towns are. */
  readonly why: 'missing' | 'changed' | 'inexact';
}

export type DivisionTable = 'ISO 3166-1' | 'ISO 3166-2' | 'FIPS';

type Entry = readonly [code: string, name: string, withinMeters: number, lacks?: readonly string[]];

interface Header {
  readonly stepsPerDegree: number;
  readonly sources: readonly { readonly source: string; readonly edition: string }[];
  readonly tables: readonly {
    readonly scheme: DivisionTable;
    readonly source: number;
    readonly entries: readonly Entry[];
  }[];
  readonly countries: readonly (readonly [alpha2: string, alpha3: string, numeric: string])[];
  readonly same: Readonly<Record<string, string>>;
  readonly unshaped: readonly (readonly [code: string, name: string, why: Unshaped['why']])[];
}

/** Throws when the bytes are not that file in format 2. */
export function openDivisions(bytes: Uint8Array): Divisions {
  const magic = [...'TOCSIN'].map((letter) => letter.charCodeAt(0));
  if (![...magic, 2].every((byte, i) => bytes[i] === byte))
    throw new Error('These bytes are not divisions in format 2');
  const reader = new Reader(bytes, magic.length + 1);
  const length = reader.count();
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(reader.at, reader.at + length))) as Header;
  reader.at += length;
  const arcs = placesOf(reader);
  const shapes = placesOf(reader);
  const tables = tablesOf(header, (n) => shapeAt(bytes, shapes[n] ?? 0, arcs, header.stepsPerDegree));
  const alpha2 = new Map(
    header.countries.flatMap(([two, three, digits]) => [[three, two] as const, [digits, two] as const]),
  );
  const unshaped = new Map(header.unshaped.map(([code, name, why]) => [code, { name, why }]));
  return {
    find: (table, code) => tables.get(table)?.get(code) ?? null,
    alpha2Of: (code) => alpha2.get(code) ?? null,
    ownCountryOf: (code) => (Object.hasOwn(header.same, code) ? (header.same[code] ?? null) : null),
    unshaped: (code) => unshaped.get(code) ?? null,
    codes: (table) => [...(tables.get(table)?.keys() ?? [])],
  };
}

/** Shapes are kept once they were asked for: the same few countries come back all day. */
function tablesOf(header: Header, shapeOf: (n: number) => MultiPolygon): Map<DivisionTable, Map<string, Division>> {
  let n = 0;
  const divisionOf = ([code, name, withinMeters, lacks = []]: Entry, source: number): Division => {
    const own = n++;
    let shape: MultiPolygon | null = null;
    const of = header.sources[source] ?? { source: '', edition: '' };
    return {
      code,
      name,
      source: of.source,
      edition: of.edition,
      withinMeters,
      lacks,
      shape: () => {
        shape ??= shapeOf(own);
        return shape;
      },
    };
  };
  return new Map(
    header.tables.map(({ scheme, source, entries }) => [
      scheme,
      new Map(entries.map((entry) => [entry[0], divisionOf(entry, source)])),
    ]),
  );
}

class Reader {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  count(): number {
    let n = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#bytes[this.at++] ?? 0;
      n += (byte & 127) * scale;
      if (byte < 128) return n;
    }
  }

  signed(): number {
    const n = this.count();
    return n % 2 === 0 ? n / 2 : -(n + 1) / 2;
  }
}

/** Where each item of a list begins, and at last where the list ends. */
function placesOf(reader: Reader): number[] {
  const lengths = Array.from({ length: reader.count() }, () => reader.count());
  const places = [reader.at];
  for (const length of lengths) {
    reader.at += length;
    places.push(reader.at);
  }
  return places;
}

function shapeAt(bytes: Uint8Array, at: number, arcs: readonly number[], stepsPerDegree: number): MultiPolygon {
  const reader = new Reader(bytes, at);
  let ref = 0;
  const ring = (): Point[] => {
    const points: Point[] = [];
    for (let left = reader.count(); left > 0; left--) {
      ref += reader.signed();
      const arc = arcAt(bytes, arcs, ref < 0 ? ~ref : ref, stepsPerDegree);
      if (ref < 0) arc.reverse();
      // An arc begins where the one before it ends.
      for (let i = points.length === 0 ? 0 : 1; i < arc.length; i++) points.push(arc[i] as Point);
    }
    return points;
  };
  const polygons = Array.from({ length: reader.count() }, () => {
    const [outer = [], ...holes] = Array.from({ length: reader.count() }, ring);
    return { kind: 'polygon', ring: outer, ...(holes.length > 0 && { holes }) } as const;
  });
  return { kind: 'multipolygon', polygons };
}

function arcAt(bytes: Uint8Array, arcs: readonly number[], n: number, stepsPerDegree: number): Point[] {
  const reader = new Reader(bytes, arcs[n] ?? 0);
  const end = arcs[n + 1] ?? 0;
  const points: Point[] = [];
  let [x, y] = [0, 0];
  while (reader.at < end) {
    x += reader.signed();
    y += reader.signed();
    points.push({ lat: y / stepsPerDegree, lon: x / stepsPerDegree });
  }
  return points;
}
