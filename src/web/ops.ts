/** Routes for whoever runs the desk: alive, ready, measured; and the files its pages need. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { WebDeps } from './deps.ts';
import type { WebEnv } from './guard.ts';

export function addOps(app: OpenAPIHono<WebEnv>, deps: WebDeps): void {
  app.get('/healthz', (c) => c.json({ alive: true }));
  app.get('/readyz', async (c) => {
    const checks = await deps.ready();
    const ready = checks.every((check) => check.ok);
    return c.json({ ready, checks }, ready ? 200 : 503);
  });
  app.get('/metrics', async (c) => {
    const { type, body } = await deps.metrics();
    return c.body(body, 200, { 'content-type': type });
  });
  const assets = new Map(deps.assets.map((asset) => [asset.path, asset]));
  app.get('/assets/:name', (c) => {
    const asset = assets.get(c.req.path);
    if (!asset) return c.notFound();
    return c.body(asset.body, 200, {
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });
}
