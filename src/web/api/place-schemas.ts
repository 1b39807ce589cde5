/** Places as the API speaks of them. Distances in metres by geodesic, bearings in degrees from north, eastward. */
import { z } from '@hono/zod-openapi';

const text = z.string();

const FoundSchema = z
  .object({
    id: text.openapi({ example: 'KBL', description: 'Of the gazetteer; of the desk’s own places `own/` and its id.' }),
    name: text.openapi({ description: 'In the language asked for, where the gazetteer has it.' }),
    matched: text.openapi({ description: 'The name that was found.' }),
    kind: text.openapi({ example: 'airport' }),
    country: text.nullable().openapi({ example: 'AF' }),
    admin1: text.nullable().openapi({ example: 'AF-KAB' }),
    lat: z.number(),
    lon: z.number(),
    population: z.number().int(),
    fuzzy: z.boolean().openapi({ description: 'Vague or historical: its point is a convention.' }),
    own: z.boolean(),
    source: text.nullable(),
  })
  .openapi('PlaceFound');

export const PlacesSchema = z.object({ places: z.array(FoundSchema), attribution: text });

const AreaSchema = z
  .object({ alert: text, info: z.number().int(), area: z.number().int(), vouched: z.boolean() })
  .openapi('WarnedArea', { description: 'An area of an alert in force, by the numbers of its info and area.' });

const OutsideSchema = z
  .object({
    id: text,
    kind: z.enum(['shelter', 'town']),
    name: text,
    distanceMeters: z.number(),
    bearingDegrees: z.number(),
    crosses: z.array(AreaSchema).openapi({
      description: 'Areas that the straight way touches; of those the person is in, the ones that it comes back into.',
    }),
    claimedBy: z.array(AreaSchema).openapi({ description: 'Areas nobody has vouched for that hold the place.' }),
    nearEdgeOf: z.array(AreaSchema).openapi({
      description: 'Areas by code whose boundary is not exact enough to tell whether they hold the place.',
    }),
    source: text.nullable(),
    capacity: z.number().int().nullable(),
    note: text.nullable(),
  })
  .openapi('OutsidePlace');

export const NearestSchema = z.object({
  person: text,
  kind: z.enum(['outside', 'not-inside', 'nothing-drawn', 'lost']).openapi({
    description:
      '`outside`: places are listed. `not-inside`: the person is in no area drawn, and not too near to one to tell. `nothing-drawn`, `lost` (no position to go by): nobody can say.',
  }),
  around: z.array(AreaSchema).openapi({ description: 'The areas that the person is in.' }),
  maybeAround: z.array(AreaSchema).openapi({ description: 'Areas of which nobody can tell whether they are in them.' }),
  places: z
    .array(OutsideSchema)
    .openapi({ description: 'Outside every area drawn: shelters of the desk first, then towns.' }),
  claimed: z
    .array(OutsideSchema)
    .openapi({ description: 'Outside all that somebody vouched for, inside of what nobody has vouched for.' }),
  unclear: z
    .array(OutsideSchema)
    .openapi({ description: 'Too near to a boundary by code to tell whether they are outside.' }),
  undrawn: z
    .array(AreaSchema.extend({ why: z.enum(['unresolved', 'no-area', 'country']) }))
    .openapi({ description: 'In force and not drawn: any place may lie in it; of `country`, every place there does.' }),
  note: text,
  attribution: text,
});
