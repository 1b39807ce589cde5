/** The page of places with its search, and what lies outside for one person whom an alert concerns. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { type DeskPlace, ownPlaceId } from '../../core/desk-place.ts';
import type { Shape } from '../../core/geo/shape.ts';
import type { Dated } from '../../pages/layout.tsx';
import { nearestPage } from '../../pages/places/nearest.tsx';
import { type FoundPlace, placesPage } from '../../pages/places/page.tsx';
import { forOperators } from '../../pages/strings/places.ts';
import { findPlaces, nearestFor } from '../api/places.ts';
import type { WebDeps } from '../deps.ts';
import { unauthorised, type WebEnv } from '../guard.ts';
import { bordersOf } from './borders.ts';
import { type Ctx, dated, nothing, param } from './route.ts';

export function addPlaces(app: OpenAPIHono<WebEnv>, deps: WebDeps): void {
  app.get(
    '/places',
    dated(deps, (c, surround) => thePlaces(c, deps, surround)),
  );
  app.get(
    '/alerts/:id/people/:person',
    dated(deps, (c, surround) => nearest(c, deps, surround)),
  );
}

async function thePlaces(c: Ctx, deps: WebDeps, surround: Dated): Promise<Response> {
  const places = await deps.places(surround.moment.seq);
  const own = surround.operator === null ? [] : places;
  const query = c.req.query('q')?.trim() || null;
  // Nothing was asked: the gazetteer stays unread.
  const { found, attribution } = query === null ? { found: [], attribution: '' } : await findPlaces(deps, own, query);
  const wanted = c.req.query('place');
  const chosen = found.find(({ place }) => place.id === wanted) ?? (wanted === undefined ? found[0] : undefined);
  return c.html(
    placesPage(surround, {
      ...{ count: places.length, places: surround.operator === null ? null : places },
      ...{ query, found, attribution, borders: bordersOf(deps) },
      chosen: chosen === undefined ? null : { found: chosen, shape: shapeOf(chosen, own) },
    }),
  );
}

const shapeOf = ({ place }: FoundPlace, own: readonly DeskPlace[]): Shape =>
  own.find(({ ref }) => ownPlaceId(ref) === place.id)?.shape ?? { kind: 'point', point: place.point };

async function nearest(c: Ctx, deps: WebDeps, surround: Dated): Promise<Response> {
  if (surround.operator === null) return unauthorised(c, deps, forOperators);
  const { moment } = surround;
  const alert = await deps.alert(moment, param(c, 'id'));
  if (!alert) return nothing(c, deps, 'alert');
  const watched = (await deps.people(moment.seq)).people.find(({ id }) => id === param(c, 'person'));
  if (!watched) return nothing(c, deps, 'person');
  const role = watched.person.role ?? 'No role stated';
  const [found, alerts] = await Promise.all([nearestFor(deps, moment, watched), deps.alerts(moment)]);
  return c.html(nearestPage(surround, { alert, role, alerts, ...found }));
}
