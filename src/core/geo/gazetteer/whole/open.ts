/** The whole gazetteer: some 250,000 places with their names in all scripts, opened from the bytes of its file. */
import { boundsCover, boundsOf } from '../../bounds.ts';
import { covers } from '../../covers.ts';
import type { Place, PlaceKind } from '../../place.ts';
import { isPoint } from '../../point.ts';
import type { Point, Shape } from '../../shape.ts';
import { ByteReader } from './file/bytes.ts';
import { type EntryName, edition, kinds, magic } from './file/entry.ts';
import { NameColumns } from './file/names.ts';
import { packGazetteer } from './file/pack.ts';
import { PlaceColumns } from './file/places.ts';
import { Grid } from './grid.ts';
import { nameFor } from './language.ts';
import { nearest } from './nearby.ts';
import { type Hit, searched } from './search.ts';

export interface NearPlace {
  readonly place: Place;
  readonly distanceMeters: number;
}

export interface SearchHit {
  readonly place: Place;
  /** In the reader's language, where the gazetteer has it. */
  readonly name: string;
  /** The name that was found. */
  readonly matched: string;
}

export interface NearWish {
  readonly radiusMeters: number;
  /** All where absent. */
  readonly kinds?: readonly PlaceKind[];
  readonly limit?: number;
}

export interface SearchWish {
  /** 10 where absent, never more than 100. */
  readonly limit?: number;
  /** Places near here come sooner. */
  readonly near?: Point;
  /** BCP 47, of the names in the answer. */
  readonly language?: string;
}

/** A place of the operator's own: a gate, an office, a shelter. */
export interface OwnPlace {
  readonly place: Place;
  /** Beside the place's own. */
  readonly names: readonly EntryName[];
}

export interface Gazetteer {
  /** Whose data it is and on what terms; to be shown where places are. */
  readonly attribution: string;
  readonly size: number;
  byId(id: string): Place | null;
  /**
   * The places that bear the name, in any script; case, diacritics and variants of letters do not matter. Those with most people first, all
   * of them where no `limit` is given.
   */
  named(name: string, limit?: number): readonly Place[];
  /** The place's name for a reader of a language (BCP 47); its own name where there is none. */
  nameIn(place: Place, language: string): string;
  /** Where the place's data comes from; null for a place that is not of the gazetteer. */
  sourceOf(place: Place): string | null;
  /** Nearest first, by geodesic; fuzzy places are never near. */
  near(point: Point, wish: NearWish): readonly NearPlace[];
  /** All places whose point the shape covers, those with most people first; fuzzy ones never are. */
  within(shape: Shape, kinds?: readonly PlaceKind[]): readonly Place[];
  search(words: string, wish?: SearchWish): readonly SearchHit[];
  /** The same with an operator's own places before all others. */
  beside(own: readonly OwnPlace[]): Gazetteer;
}

/** Opens the file's bytes. Throws where they are not of a gazetteer of this edition. */
export const openGazetteer = (bytes: Uint8Array): Gazetteer => new Volumes([new Volume(bytes)]);

/** What a desk knows where it has no file: nothing but places of its own. */
export const emptyGazetteer = (): Gazetteer => new Volumes([]);

/** There are few, and the operator put each there: in a search they outweigh any town, however well that fits. */
const ownWeight = 1e25;

const packOwn = (own: readonly OwnPlace[]): Uint8Array =>
  packGazetteer(
    own.map(({ place, names }) => ({
      place,
      names: [{ text: place.name, language: null }, ...names],
      weight: ownWeight,
      source: 'The operator of this desk',
    })),
    '',
  );

/** One file, by the numbers of its places. */
class Volume {
  readonly attribution: string;
  readonly places: PlaceColumns;
  readonly names: NameColumns;
  readonly grid: Grid;

  constructor(bytes: Uint8Array) {
    const reader = new ByteReader(bytes);
    if (bytes.length < magic.length + 2 || reader.text() !== magic || reader.number() !== edition)
      throw new Error('These bytes are not a gazetteer of the edition that this program reads.');
    this.attribution = reader.text();
    this.places = new PlaceColumns(reader);
    this.names = new NameColumns(reader, this.places.weight);
    this.grid = new Grid(this.places.lat, this.places.lon);
  }

  place(index: number): Place {
    return this.places.place(index, this.names.text(this.names.firstOf[index] as number));
  }

  nameIn(index: number, language: string): string | null {
    const { firstOf } = this.names;
    const from = firstOf[index] as number;
    const names = Array.from({ length: (firstOf[index + 1] as number) - from }, (_, i) => ({
      text: this.names.text(from + i),
      language: this.names.language(from + i),
    }));
    return nameFor(names, language);
  }

  pointOf = (index: number): Point => ({
    lat: this.places.lat[index] as number,
    lon: this.places.lon[index] as number,
  });

  /** Places of these kinds that are not fuzzy. */
  wanted(wish: readonly PlaceKind[] | undefined): (index: number) => boolean {
    const wants = kinds.map((kind) => wish?.includes(kind) ?? true);
    return (index) => {
      const { kind, fuzzy } = this.places.classOf(index);
      return !fuzzy && wants[kind] === true;
    };
  }
}

interface Weighed {
  readonly volume: Volume;
  readonly index: number;
  readonly weight: number;
}

const byWeight = (a: Weighed, b: Weighed): number => b.weight - a.weight;

/** Of a search: nobody reads more. */
const greatestLimit = 100;
/** A text names the same places again and again, and hundreds bear some names. */
const mostRemembered = 1000;
const longestRemembered = 100;

class Volumes implements Gazetteer {
  readonly #volumes: readonly Volume[];
  readonly #named = new Map<string, readonly Place[]>();
  readonly attribution: string;
  readonly size: number;

  constructor(volumes: readonly Volume[]) {
    this.#volumes = volumes;
    this.attribution = volumes.map(({ attribution }) => attribution).join('');
    this.size = volumes.reduce((sum, { places }) => sum + places.size, 0);
  }

  #find(id: string): Weighed | null {
    for (const volume of this.#volumes) {
      const index = volume.places.indexOf(id);
      if (index >= 0) return { volume, index, weight: 0 };
    }
    return null;
  }

  byId(id: string): Place | null {
    const found = this.#find(id);
    return found ? found.volume.place(found.index) : null;
  }

  named(name: string, limit = Number.POSITIVE_INFINITY): readonly Place[] {
    const key = `${limit} ${name}`;
    const known = this.#named.get(key);
    if (known) return known;
    const found = this.#volumes.flatMap((volume) =>
      volume.names.bearers(name, limit).map((index) => weighed(volume, index)),
    );
    const places = found
      .sort(byWeight)
      .slice(0, Math.max(0, limit))
      .map(({ volume, index }) => volume.place(index));
    if (this.#named.size >= mostRemembered) this.#named.clear();
    if (name.length <= longestRemembered) this.#named.set(key, places);
    return places;
  }

  nameIn(place: Place, language: string): string {
    const found = this.#find(place.id);
    return found?.volume.nameIn(found.index, language) ?? place.name;
  }

  sourceOf(place: Place): string | null {
    const found = this.#find(place.id);
    return found?.volume.places.classOf(found.index).source ?? null;
  }

  near(point: Point, { radiusMeters, kinds: wish, limit = Number.POSITIVE_INFINITY }: NearWish): readonly NearPlace[] {
    if (!isPoint(point) || !(radiusMeters >= 0)) return [];
    return this.#volumes
      .flatMap((volume) =>
        nearest(volume.places, volume.grid, point, { radiusMeters, limit, wanted: volume.wanted(wish) }).map((one) => ({
          ...one,
          volume,
        })),
      )
      .sort((a, b) => a.distanceMeters - b.distanceMeters)
      .slice(0, limit)
      .map(({ volume, place, distanceMeters }) => ({ place: volume.place(place), distanceMeters }));
  }

  within(shape: Shape, wish?: readonly PlaceKind[]): readonly Place[] {
    const bounds = boundsOf(shape);
    const found: Weighed[] = [];
    for (const volume of this.#volumes) {
      const wanted = volume.wanted(wish);
      volume.grid.visit(bounds, (index) => {
        const point = volume.pointOf(index);
        if (wanted(index) && boundsCover(bounds, point) && covers(shape, point)) found.push(weighed(volume, index));
      });
    }
    return found.sort(byWeight).map(({ volume, index }) => volume.place(index));
  }

  search(words: string, wish: SearchWish = {}): readonly SearchHit[] {
    const { near, language } = wish;
    const limit = Math.min(wish.limit ?? 10, greatestLimit);
    const from = near && isPoint(near) ? near : null;
    return this.#volumes
      .flatMap((volume) =>
        searched(volume.places, volume.names, words, { limit, near: from }).map((hit) => ({ volume, hit })),
      )
      .sort((a, b) => b.hit.score - a.hit.score)
      .slice(0, limit)
      .map(({ volume, hit }) => this.#shown(volume, hit, language));
  }

  beside(own: readonly OwnPlace[]): Gazetteer {
    return own.length === 0 ? this : new Volumes([new Volume(packOwn(own)), ...this.#volumes]);
  }

  #shown(volume: Volume, hit: Hit, language: string | undefined): SearchHit {
    const place = volume.place(hit.place);
    const name = (language === undefined ? null : volume.nameIn(hit.place, language)) ?? place.name;
    return { place, name, matched: volume.names.text(hit.name) };
  }
}

const weighed = (volume: Volume, index: number): Weighed => ({
  volume,
  index,
  weight: volume.places.weight[index] as number,
});
