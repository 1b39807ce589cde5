/** Places as the API shows them. */
import type { z } from '@hono/zod-openapi';
import { isOwnPlace } from '../../core/desk-place.ts';
import type { OutsidePlace, WarnedArea } from '../../match/safe-places.ts';
import type { NearestData } from '../../pages/places/nearest.tsx';
import type { FoundPlace } from '../../pages/places/page.tsx';
import type { NearestSchema, PlacesSchema } from './place-schemas.ts';

type NearestJson = z.infer<typeof NearestSchema>;

export const presentPlaceFound = ({
  place,
  name,
  matched,
  source,
}: FoundPlace): z.infer<typeof PlacesSchema>['places'][number] => ({
  ...{ id: place.id, name, matched, kind: place.kind },
  country: place.country === '' ? null : place.country,
  ...{ admin1: place.admin1, lat: place.point.lat, lon: place.point.lon, population: place.population },
  ...{ fuzzy: place.fuzzy, own: isOwnPlace(place.id), source },
});

export function presentNearest(
  nearest: NearestData['nearest'],
): Pick<NearestJson, 'kind' | 'around' | 'maybeAround' | 'places' | 'claimed' | 'unclear' | 'undrawn'> {
  const none = { around: [], maybeAround: [], places: [], claimed: [], unclear: [] };
  if (nearest.kind === 'lost') return { kind: nearest.kind, ...none, undrawn: [] };
  const undrawn = nearest.undrawn.map(({ isVouched, ...one }) => ({ ...one, vouched: isVouched }));
  if (nearest.kind !== 'outside') return { kind: nearest.kind, ...none, undrawn };
  return {
    kind: nearest.kind,
    around: nearest.around.map(presentArea),
    maybeAround: nearest.maybeAround.map(presentArea),
    places: nearest.places.map(presentOutside),
    claimed: nearest.claimed.map(presentOutside),
    unclear: nearest.unclear.map(presentOutside),
    undrawn,
  };
}

const presentArea = ({ alert, info, area, isVouched }: WarnedArea): NearestJson['around'][number] => ({
  ...{ alert, info, area },
  vouched: isVouched,
});

const presentOutside = (place: OutsidePlace): NearestJson['places'][number] => ({
  ...place,
  crosses: place.crosses.map(presentArea),
  claimedBy: place.claimedBy.map(presentArea),
  nearEdgeOf: place.nearEdgeOf.map(presentArea),
});
