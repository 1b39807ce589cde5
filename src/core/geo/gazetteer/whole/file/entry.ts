/** What goes into a gazetteer's file, and the constants of the file's form. */
import type { Place } from '../../../place.ts';

export interface EntryName {
  readonly text: string;
  /** BCP 47, such as `fa`; null when nobody said. */
  readonly language: string | null;
}

export interface Entry {
  readonly place: Place;
  /** The first is the place's own. */
  readonly names: readonly EntryName[];
  /** Its number in GeoNames, when its id is made of that. */
  readonly geonames?: number;
  /** Other ids it is known by. */
  readonly aliases?: readonly string[];
  /** How much it matters in a search, where its population does not say: as if so many people lived there. */
  readonly weight: number;
  /** Where it comes from, with the licence. */
  readonly source: string;
}

export const magic = 'TOCSINGZ';
/** Of the file's form: a file of another is refused. */
export const edition = 2;
export const kinds = ['country', 'admin1', 'region', 'town', 'airport', 'port', 'building'] as const;
/** Weights are steps of a twentieth of a power of ten. */
export const weightSteps = 20;
/** Between the gaps of a name's pattern. */
export const gapMark = '\u0001';

/** The id of a town that GeoNames numbers. */
export const geonamesId = (number: number): string => `gn-${number}`;
