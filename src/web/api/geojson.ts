/** Situations as GeoJSON (RFC 7946), for maps: ours in the browser, and others'. Shapes as their issuers drew them, or ours and marked so. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { drawingsOf } from '../../core/geo/drawing/drawings.ts';
import { placeById } from '../../core/geo/gazetteer.ts';
import type { Shape } from '../../core/geo/shape.ts';
import { drawnIn, type Situation } from '../../core/situation.ts';
import { formatInstant } from '../../core/time/time.ts';
import { isOfParts } from '../../match/people-in.ts';
import { type Geometry, geometryOf } from '../../pages/feeds/geometry.ts';
import type { Borders } from '../../pages/map/borders.ts';
import { boxOfDrawings } from '../../pages/map/outline.tsx';
import { spokenIn } from '../../pages/map/places.ts';
import { mainBox } from '../../pages/map/situation-map.tsx';
import { gravityOf } from '../../pages/strings/picture.ts';
import { titleOf } from '../../pages/strings/situations.ts';
import type { WebDeps } from '../deps.ts';
import type { WebEnv } from '../guard.ts';
import { momentOf } from '../moment.ts';
import { bordersOf } from '../pages/borders.ts';
import { presentFinding, presentMoment } from './present.ts';
import { presentCodesOf } from './present-situation.ts';
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
    const borders = bordersOf(deps);
    const query = `valid=${formatInstant(moment.valid)}&seq=${moment.seq}`;
    const features = situations.map((one) => featureOf(one, query, borders, id !== undefined));
    return c.json({ type: 'FeatureCollection', ...presentMoment(moment), features }, 200);
  });
}

/** `close`: it is asked for alone, and then the places it speaks of have room. */
function featureOf(situation: Situation, moment: string, borders: Borders | null, close: boolean) {
  const { id, place } = situation;
  const { figure, text } = gravityOf(situation);
  const box = boxAround(place.shapes);
  const center = box === null ? pointOf(place.id) : centerOf(box);
  return {
    type: 'Feature',
    id,
    ...(box !== null && { bbox: box }),
    geometry: geometryIn(place) ?? (center === null ? null : { type: 'Point', coordinates: center }),
    properties: {
      title: titleOf(situation),
      href: `/situations/${id}?${moment}`,
      /** The figure of the sign, `–` when none is stated, and its words. */
      sign: figure === 0 ? '–' : String(figure),
      gravity: text,
      /** The shapes are the desk's own: the issuer named the place and drew nothing. */
      ours: place.ours,
      /** How much of the geometry stands by a code, along a boundary that no issuer drew: the last member of its collection, or all. */
      byCode: codedPart(place),
      ...presentCodesOf(place),
      /** The geometry is that of its shapes, not a point that stands for a country. */
      drawn: box !== null,
      country: place.country,
      /** The name of the place alone, where there is no room for the title. */
      place: place.name,
      /** About the country as a whole; advice on parts of it is not. */
      whole: place.kind === 'country' && !isOfParts(situation),
      /** Around the main part of that country: islands an ocean away would make every map one of the world. */
      mainPart: mainPartOf(place, borders),
      /** Places that its issuers name, such as gates. */
      named: close ? spokenIn(situation).map(({ name, point }) => ({ name, at: [point.lon, point.lat] })) : [],
      center,
    },
  };
}

function mainPartOf({ kind, country }: Situation['place'], borders: Borders | null): Box | null {
  if (kind !== 'country' || country === null) return null;
  const [box] = mainBox(borders?.countries.find(({ code }) => code === country));
  return box ? [box.west, box.south, box.east, box.north] : null;
}

function codedPart(place: Situation['place']): 'none' | 'part' | 'whole' {
  if (place.coded === undefined) return 'none';
  return drawnIn(place).length === 0 ? 'whole' : 'part';
}

/** What is drawn and, as one last member, what stands by a code; as one geometry where either is all. */
function geometryIn(place: Situation['place']): Geometry | null {
  const drawn = geometryOf(drawnIn(place));
  const coded = geometryOf((place.coded ?? []).map(({ shape }) => shape));
  if (drawn === null || coded === null) return drawn ?? coded;
  return {
    type: 'GeometryCollection',
    geometries: [...(drawn.type === 'GeometryCollection' ? drawn.geometries : [drawn]), coded],
  };
}

/** West is greater than east where it lies across the antimeridian (RFC 7946, 5.2). */
type Box = readonly [west: number, south: number, east: number, north: number];

function boxAround(shapes: readonly Shape[]): Box | null {
  const box = boxOfDrawings(drawingsOf(shapes));
  if (box === null) return null;
  const { west, south, east, north } = box;
  return east - west >= 360 ? [-180, south, 180, north] : [turned(west), south, turned(east), north];
}

function centerOf([west, south, east, north]: Box): [number, number] {
  return [turned((west + (east < west ? east + 360 : east)) / 2), (south + north) / 2];
}

/** A longitude from −180 to 180; 180 keeps its name. */
const turned = (lon: number): number => (lon >= -180 && lon <= 180 ? lon : lon - 360 * Math.round(lon / 360));

const pointOf = (id: string | null): [number, number] | null => {
  const point = id === null ? undefined : placeById(id)?.point;
  return point ? [point.lon, point.lat] : null;
};
