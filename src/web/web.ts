/** All routes of the desk behind one `fetch`: a Request in, a Response out. Nothing here listens. */
import { OpenAPIHono } from '@hono/zod-openapi';
import { addGeoJson } from './api/geojson.ts';
import { addPlacesApi } from './api/places.ts';
import { addReading } from './api/read.ts';
import { addPicture } from './api/situations.ts';
import { addWriting } from './api/write.ts';
import type { WebDeps } from './deps.ts';
import { markExercise, refuseChanges } from './exercise.ts';
import { fail, findingOf } from './fail.ts';
import { addFeeds } from './feeds/feeds.ts';
import {
  guardHeaders,
  guardHost,
  guardMethod,
  guardNul,
  guardOrigin,
  guardTwice,
  identify,
  type WebEnv,
} from './guard.ts';
import { addMaps } from './map/routes.ts';
import { addOps } from './ops.ts';
import { addPages } from './pages.ts';

export interface Web {
  fetch(request: Request): Promise<Response>;
}

export function createWeb(deps: WebDeps): Web {
  const app = new OpenAPIHono<WebEnv>({
    defaultHook: (result, c) =>
      result.success
        ? undefined
        : c.json(
            {
              findings: result.error.issues.map((issue) =>
                findingOf('request.invalid', issue.message, { path: issue.path.join('.') }),
              ),
            },
            400,
          ),
  });
  app.onError((error, c) => {
    deps.fault(error);
    return fail(
      c,
      deps,
      500,
      'desk.fault',
      'Something broke here. It was recorded; what was asked for may or may not have happened.',
    );
  });
  app.notFound((c) => fail(c, deps, 404, 'request.not-found', 'This desk has nothing at that address.'));
  app.use(
    guardHeaders(),
    markExercise(deps),
    guardMethod(deps, app),
    guardNul(deps),
    guardTwice(deps),
    guardHost(deps),
    guardOrigin(deps),
  );
  app.use(refuseChanges(deps));
  addOps(app, deps);
  addMaps(app, deps);
  app.use(identify(deps));
  addReading(app, deps);
  addPicture(app, deps);
  addPlacesApi(app, deps);
  addGeoJson(app, deps);
  addFeeds(app, deps);
  addWriting(app, deps);
  app.openAPIRegistry.registerComponent('securitySchemes', 'operator', {
    type: 'http',
    scheme: 'bearer',
    description: 'A named operator’s token, made by `tocsin token add NAME`.',
  });
  app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Tocsin', version: '1' } });
  addPages(app, deps);
  return { fetch: async (request) => app.fetch(request) };
}
