/** Situations as GeoJSON (RFC 7946), for maps: ours in the browser, and others'. Shapes as their issuers drew them, or ours and marked so. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { placeById } from '../../core/geo/gazetteer.ts';
import type { DrawnShape } from '../../core/geo/shape.ts';
import type { Situation } from '../../core/situation.ts';
import { formatInstant } from '../../core/time/time.ts';
import { isOfParts } from '../../match/people-in.ts';
import { boxOf, outline } from '../../pages/map/projection.ts';
import { gravityOf } from '../../pages/strings/picture.ts';
import { titleOf } from '../../pages/strings/situations.ts';
import type { WebDeps } from '../deps.ts';
import type { WebEnv } from '../guard.ts';
import { momentOf } from '../moment.ts';
import { presentFinding, presentMoment } from './present.ts';
import { json, refusals } from './read.ts';
import { MomentQuery } from './schemas.ts';

const route = createRoute({
  method: 'get',
  path: '/api/v1/situations.geojson',
  summary: 'The picture as GeoJSON; a situation without a shape has a null geometry or the point of its country',
  request: { query: MomentQuery.extend({ id: z.string().optional().openapi({ description: 'Only this situation' }) }) },
  responses: {
    200: json(z.unknown(), 'A FeatureCollection as of one moment'),
    ...refusals,
  },
});

export function addGeoJson(app: OpenAPIHono<WebEnv>, deps: WebDeps): void {
  app.openapi(route, async (c) => {
    const { id, ...asked } = c.req.valid('query');
    const moment = await momentOf(deps, asked);
    if ('finding' in moment) return c.json({ findings: [presentFinding(moment.finding)] }, 400);
    const situations = (await deps.situations(moment)).filter((one) => id === undefined || one.id === id);
    const features = situations.map((one) => featureOf(one, `valid=${formatInstant(moment.valid)}&seq=${moment.seq}`));
    return c.json({ type: 'FeatureCollection', ...presentMoment(moment), features }, 200);
  });
}

function featureOf(situation: Situation, moment: string) {
  const { id, place } = situation;
  const { figure, text } = gravityOf(situation);
  const center = centerOf(place.shapes) ?? pointOf(place.id);
  return {
    type: 'Feature',
    id,
    geometry: geometryOf(place.shapes) ?? (center === null ? null : { type: 'Point', coordinates: center }),
    properties: {
      title: titleOf(situation),
      href: `/situations/${id}?${moment}`,
      /** The figure of the sign, `–` when none is stated, and its words. */
      sign: figure === 0 ? '–' : String(figure),
      gravity: text,
      /** The shapes are the desk's own: the issuer named the place and drew nothing. */
      ours: place.ours,
      country: place.country,
      /** The name of the place alone, where there is no room for the title. */
      place: place.name,
      /** About the country as a whole; advice on parts of it is not. */
      whole: place.kind === 'country' && !isOfParts(situation),
      center,
    },
  };
}

/** RFC 7946 section 3.1.6: outer rings run counter-clockwise, holes clockwise. */
function geometryOf(shapes: readonly DrawnShape[]) {
  if (shapes.length === 0) return null;
  const ringOf = (shape: DrawnShape): [number, number][] =>
    turned(outline(shape).map(({ lat, lon }): [number, number] => [lon, lat]));
  const coordinates = shapes.map((shape) => {
    const holes = shape.kind === 'polygon' ? (shape.holes ?? []) : [];
    return [ringOf(shape), ...holes.map((ring) => ringOf({ kind: 'polygon', ring }).toReversed())];
  });
  return { type: 'MultiPolygon', coordinates };
}

function turned(ring: [number, number][]): [number, number][] {
  const twice = ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return twice < 0 ? ring.toReversed() : ring;
}

function centerOf(shapes: readonly DrawnShape[]): [number, number] | null {
  if (shapes.length === 0) return null;
  const { west, east, south, north } = boxOf(shapes.flatMap(outline));
  return [(west + east) / 2, (south + north) / 2];
}

const pointOf = (id: string | null): [number, number] | null => {
  const point = id === null ? undefined : placeById(id)?.point;
  return point ? [point.lon, point.lat] : null;
};
