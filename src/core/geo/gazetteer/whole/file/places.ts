/** The places of a gazetteer's file as columns, from which one is made when it is asked for. */
import type { Place } from '../../../place.ts';
import type { ByteReader } from './bytes.ts';
import { gapMark, geonamesId, kinds, weightSteps } from './entry.ts';

/** What many places have in common. */
interface Class {
  readonly country: string;
  readonly admin1: string | null;
  readonly within: string | null;
  readonly kind: number;
  readonly fuzzy: boolean;
  readonly weight: number;
  readonly source: string;
}

/** What few places have. */
interface Rare {
  readonly index: number;
  readonly radiusMeters?: number;
  readonly aliases?: readonly string[];
}

export class PlaceColumns {
  readonly size: number;
  /** Degrees. */
  readonly lat: Float64Array;
  readonly lon: Float64Array;
  /** How much a place matters in a search: log10 of its people. */
  readonly weight: Float32Array;
  readonly #classes: readonly Class[];
  readonly #class: Uint16Array;
  readonly #population: Uint32Array;
  /** Number in GeoNames; 0 where the id is a text. */
  readonly #geonames: Uint32Array;
  /** Places by their number in GeoNames: one more than the place, at the first free slot from the number's own; 0 is free. */
  readonly #slots: Uint32Array;
  readonly #ids = new Map<number, string>();
  readonly #byId = new Map<string, number>();
  readonly #rare: ReadonlyMap<number, Rare>;

  constructor(reader: ByteReader) {
    const perDegree = reader.number();
    const sources = reader.texts();
    this.#classes = reader.texts().map((text) => classFrom(text, sources));
    const size = reader.number();
    this.size = size;
    this.lat = new Float64Array(size);
    this.lon = new Float64Array(size);
    this.weight = new Float32Array(size);
    this.#class = new Uint16Array(size);
    this.#population = new Uint32Array(size);
    this.#geonames = new Uint32Array(size);
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(size * 2 + 2)));
    this.#readAll(reader, perDegree);
    const rare = JSON.parse(reader.text()) as Rare[];
    this.#rare = new Map(rare.map((one) => [one.index, one]));
    for (const { index, aliases = [] } of rare)
      for (const alias of aliases) if (!this.#byId.has(alias)) this.#byId.set(alias, index);
  }

  #readAll(reader: ByteReader, perDegree: number): void {
    let [lat, lon, number, geonames] = [0, 0, 0, 0];
    for (let index = 0; index < this.size; index++) {
      number += reader.signed();
      lat += reader.signed();
      lon += reader.signed();
      const population = reader.number();
      geonames += reader.signed();
      this.#class[index] = number;
      this.lat[index] = lat / perDegree;
      this.lon[index] = lon / perDegree;
      this.#population[index] = population;
      this.weight[index] = Math.max(this.#classes[number]?.weight ?? 0, Math.log10(1 + population));
      this.#geonames[index] = geonames;
      if (geonames > 0) this.#slots[this.#slotOf(geonames)] = index + 1;
      else this.#named(index, reader.text());
    }
  }

  #named(index: number, id: string): void {
    this.#ids.set(index, id);
    this.#byId.set(id, index);
  }

  /** Where the place of a number stands, or would. */
  #slotOf(geonames: number): number {
    const last = this.#slots.length - 1;
    for (let slot = Math.imul(geonames, 0x9e3779b1) >>> 8; ; slot++) {
      const place = this.#slots[slot & last] as number;
      if (place === 0 || this.#geonames[place - 1] === geonames) return slot & last;
    }
  }

  /** −1 for none. */
  indexOf(id: string): number {
    const [, digits] = /^gn-([1-9]\d{0,9})$/.exec(id) ?? [];
    const place = digits === undefined ? 0 : (this.#slots[this.#slotOf(Number(digits))] as number);
    return place > 0 ? place - 1 : (this.#byId.get(id) ?? -1);
  }

  place(index: number, name: string): Place {
    const rare = this.#rare.get(index);
    const geonames = this.#geonames[index] as number;
    const { country, admin1, within, kind, fuzzy } = this.classOf(index);
    return {
      id: geonames > 0 ? geonamesId(geonames) : (this.#ids.get(index) ?? ''),
      name,
      kind: kinds[kind] ?? 'town',
      country,
      admin1,
      point: { lat: this.lat[index] as number, lon: this.lon[index] as number },
      within,
      population: this.#population[index] as number,
      fuzzy,
      ...(rare?.radiusMeters !== undefined && { radiusMeters: rare.radiusMeters }),
    };
  }

  classOf = (index: number): Class => this.#classes[this.#class[index] as number] as Class;
}

function classFrom(text: string, sources: readonly string[]): Class {
  const [country = '', admin1 = '', within = '', kind, fuzzy, steps, source] = text.split(gapMark);
  return {
    country,
    admin1: admin1 || null,
    within: within || null,
    kind: Number(kind),
    fuzzy: fuzzy === '1',
    weight: Number(steps) / weightSteps,
    source: sources[Number(source)] ?? '',
  };
}
