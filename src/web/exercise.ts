/** What a desk that replays a story adds to every answer, and what it refuses: a replay is never taken for the live desk, and never changed. */
import type { MiddlewareHandler } from 'hono';
import type { WebDeps } from './deps.ts';
import { fail } from './fail.ts';
import { isSafe, type WebEnv } from './guard.ts';

export const exerciseHeader = 'Tocsin-Exercise';

const nothingChanges =
  'This desk replays a story, as an exercise: nothing can be handed in, confirmed or signed in to here. `tocsin serve` is the live desk.';

/** Marks every answer with a header and every answer of the API in its body too. Does nothing on a live desk. */
export const markExercise =
  (deps: WebDeps): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    if (deps.exercise === null) return next();
    await next();
    c.res.headers.set(exerciseHeader, '1');
    const isJson = c.res.headers.get('content-type')?.startsWith('application/json') ?? false;
    if (!c.req.path.startsWith('/api/') || !isJson) return;
    const { status, headers } = c.res;
    const body = (await c.res.json()) as Record<string, unknown>;
    c.res = new Response(JSON.stringify({ exercise: true, ...body }), { status, headers });
  };

/** There are no operators in a replay, so nobody may change anything. */
export const refuseChanges =
  (deps: WebDeps): MiddlewareHandler<WebEnv> =>
  async (c, next) =>
    deps.exercise === null || isSafe(c.req.method) ? next() : fail(c, deps, 403, 'request.exercise', nothingChanges);
