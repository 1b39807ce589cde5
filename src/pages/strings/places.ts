/** What the pages say of places: the desk's own, those of the gazetteer, and which way and how far they are. */
import type { DeskPlaceKind } from '../../core/desk-place.ts';

export const placeKind: Readonly<Record<DeskPlaceKind, string>> = {
  ...{ shelter: 'shelter', 'meeting-point': 'meeting point', office: 'office', gate: 'gate', other: 'place' },
};

/** Sixteen, from north by east. */
export const compassWords = [
  ...['north', 'north-northeast', 'northeast', 'east-northeast', 'east', 'east-southeast', 'southeast'],
  ...['south-southeast', 'south', 'south-southwest', 'southwest', 'west-southwest', 'west', 'west-northwest'],
  ...['northwest', 'north-northwest'],
] as const;

/** As exact as it is of use: `420 m`, `5.6 km`, `37 km`. */
export function distanceText(meters: number): string {
  if (meters < 995) return `${Math.max(10, Math.round(meters / 10) * 10)} m`;
  return meters < 9950 ? `${(meters / 1000).toFixed(1)} km` : `${Math.round(meters / 1000)} km`;
}

export const notARoute =
  'As the crow flies, and no route: roads, water, borders and fighting are not in it. A place is outside of what was drawn here; nobody says that it is safe, or that the area is drawn as it should be.';

export const townsByMiddle =
  'A town is measured to its middle, so parts of a large one may lie inside. Shelters are those this desk lists itself.';

export const noGazetteer =
  'The gazetteer (assets/geo/gazetteer.bin) is not on this desk, so no towns can be named; only the desk’s own places are.';

export const forOperators =
  'Where somebody is, and what lies near, is for operators of this desk: Authorization: Bearer tocsin_…, or sign in.';
