/** How a route says no: Findings to a program, a page to a person. */
import type { Context } from 'hono';
import type { Finding } from '../core/finding.ts';
import { type ErrorData, errorPage } from '../pages/error.tsx';
import type { Surround } from '../pages/layout.tsx';
import type { WebDeps } from './deps.ts';

export const findingOf = (code: string, message: string, where: Finding['where'] = {}): Finding => ({
  severity: 'error',
  code,
  message,
  where,
});

/** Paths that programs ask; everything else is for people. */
const forPrograms = /^\/(api\/|feeds\/|openapi\.json$|healthz$|readyz$|metrics$)/;

export function fail(c: Context, deps: WebDeps, status: ErrorData['status'], code: string, message: string): Response {
  if (forPrograms.test(c.req.path)) return c.json({ findings: [findingOf(code, message)] }, status);
  const operator = (c.get('operator') as string | null | undefined) ?? null;
  return c.html(errorPage(undated(deps, c.req.path, operator), { status, message }), status);
}

/** The surroundings of a page that needs nothing from the store. */
export const undated = (deps: WebDeps, path: string, operator: string | null): Surround => ({
  deskName: deps.deskName,
  operator,
  exercise: deps.exercise,
  path,
  moment: null,
  stylesheet: pathOf(deps, /\/desk-\w+\.css$/) ?? '',
  icon: pathOf(deps, /\/icon-\w+\.svg$/),
  script: pathOf(deps, /\/desk-[\w-]+\.js$/),
  borders: pathOf(deps, /\/borders-\w+\.json$/),
  // Letters that few pages have are fetched where they stand.
  fonts: deps.assets.flatMap(({ path }) => (/\/plex-[\w-]+\.woff2$/.test(path) ? [path] : [])),
});

const pathOf = (deps: WebDeps, name: RegExp): string | null =>
  deps.assets.find(({ path }) => name.test(path))?.path ?? null;
