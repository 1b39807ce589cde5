/** Map files by range requests (RFC 9110, section 14), so that a browser fetches the few tiles it shows, and their list. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { json } from '../api/read.ts';
import type { WebDeps } from '../deps.ts';
import { fail } from '../fail.ts';
import type { WebEnv } from '../guard.ts';
import { baseName, type MapFile } from './files.ts';
import { rangeOf } from './range.ts';

const list = createRoute({
  method: 'get',
  path: '/api/v1/maps',
  summary: 'Map files of this desk as PMTiles: its base map, and what its operator added',
  responses: {
    200: json(
      z.object({
        maps: z.array(z.object({ path: z.string(), name: z.string(), bytes: z.number().int(), base: z.boolean() })),
      }),
      'The base map first; to be read by range requests',
    ),
  },
});

export function addMaps(app: OpenAPIHono<WebEnv>, deps: WebDeps): void {
  app.openapi(list, async (c) => {
    const maps = (await deps.maps()).map(({ name, bytes }) => ({
      path: `/map/${name}`,
      name,
      bytes,
      base: name === baseName,
    }));
    return c.json({ maps }, 200);
  });
  app.get('/map/:name', async (c) => {
    // Only names that were found: an address never becomes a path.
    const file = (await deps.maps()).find(({ name }) => name === c.req.param('name'));
    if (!file) return fail(c, deps, 404, 'request.not-found', 'This desk has no map file of that name.');
    return answer(c, file);
  });
}

function answer(c: Context, { bytes, etag, read }: MapFile): Response {
  c.header('accept-ranges', 'bytes');
  c.header('etag', etag);
  // A file may be put in the place of another at any time.
  c.header('cache-control', 'no-cache');
  if (isKnown(c.req.header('if-none-match'), etag)) return c.body(null, 304);
  c.header('content-type', 'application/vnd.pmtiles');
  const wanted = c.req.header('if-range');
  const range = wanted === undefined || wanted === etag ? rangeOf(c.req.header('range'), bytes) : 'whole';
  if (c.req.method === 'HEAD') return sized(c, bytes, null, 200);
  if (range === 'none') {
    c.header('content-range', `bytes */${bytes}`);
    return c.body(null, 416);
  }
  if (range === 'whole') return sized(c, bytes, bytes === 0 ? null : read({ start: 0, end: bytes - 1 }), 200);
  c.header('content-range', `bytes ${range.start}-${range.end}/${bytes}`);
  return sized(c, range.end - range.start + 1, read(range), 206);
}

function sized(c: Context, bytes: number, body: ReadableStream | null, status: 200 | 206): Response {
  c.header('content-length', String(bytes));
  return body === null ? c.body(null, status) : c.body(body, status);
}

const isKnown = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag) ?? false;
