/** What stands before every route: the right Host, the right Origin, who is asking, and headers that keep a browser honest. */
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { WebDeps } from './deps.ts';
import { fail } from './fail.ts';

export interface WebEnv {
  Variables: {
    /** Name of the operator who asks, or null. */
    operator: string | null;
  };
}

export const sessionCookie = 'tocsin-session';

/**
 * `same-origin` and not `no-referrer`: under the latter a browser sends `Origin: null` with the desk's own forms, which
 * are then indistinguishable from a stranger's (Fetch standard, "append a request Origin header").
 */
const headers: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; worker-src 'self' blob:; connect-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob: data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

export const guardHeaders = (): MiddlewareHandler => async (c, next) => {
  await next();
  // An answer that holds what strangers wrote has a stricter policy of its own.
  for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
};

/** No id, time or address holds a NUL, and no PostgreSQL text can: it goes no further than this. */
export const guardNul =
  (deps: WebDeps): MiddlewareHandler<WebEnv> =>
  async (c, next) =>
    c.req.url.includes('%00')
      ? fail(
          c,
          deps,
          400,
          'request.invalid',
          'The address holds a NUL character (%00); nothing here is named with one.',
        )
      : next();

/** Of two answers to one question neither may win in silence. */
export const guardTwice =
  (deps: WebDeps): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    const twice = Object.entries(c.req.queries()).find(([, values]) => values.length > 1)?.[0];
    return twice === undefined
      ? next()
      : fail(
          c,
          deps,
          400,
          'request.twice',
          `The address gives “${twice.slice(0, 100)}” more than once; leave one out.`,
        );
  };

/** Methods that change nothing (RFC 9110, section 9.2.1). */
export const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS';

/** An address that is there and can't be asked in this way says in which it can. */
export const guardMethod = (deps: WebDeps, app: Hono<WebEnv>): MiddlewareHandler<WebEnv> =>
  methodNotAllowed({
    app,
    onMethodNotAllowed: (c, methods) => {
      const allowed = methods.join(', ');
      const message = `This address answers to ${allowed}, and not to ${c.req.method}.`;
      const answer = fail(c as Context<WebEnv>, deps, 405, 'request.method', message);
      answer.headers.set('allow', allowed);
      return answer;
    },
  });

/** A page of somebody else's that points its name at this machine gets nothing (DNS rebinding). */
export const guardHost =
  (deps: WebDeps): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    const host = c.req.header('host')?.toLowerCase() ?? '';
    if (!deps.hosts().includes(host))
      return fail(
        c,
        deps,
        421,
        'request.host',
        'This desk does not answer to that host name. Use the address it printed when it started.',
      );
    return next();
  };

/**
 * Whatever changes something comes from this desk's own pages, or from no browser at all. A browser names the origin of
 * every such request; a call without one must not lean on a cookie.
 */
export const guardOrigin =
  (deps: WebDeps): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    if (isSafe(c.req.method)) return next();
    const refuse = () =>
      fail(c, deps, 403, 'request.origin', 'This came from a page that is not this desk’s own; nothing was changed.');
    const site = c.req.header('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return refuse();
    const origin = c.req.header('origin');
    if (origin === undefined) return c.req.header('cookie') === undefined && isApi(c) ? next() : refuse();
    return originHost(origin) === c.req.header('host')?.toLowerCase() ? next() : refuse();
  };

const originHost = (origin: string): string | null => {
  const match = /^https?:\/\/([^/\s]+)$/.exec(origin.toLowerCase());
  return match?.[1] ?? null;
};

const isApi = (c: Context): boolean => /^\/(api|feeds)\//.test(c.req.path);

/** Reads who asks. A token that is none is refused wherever it is shown; a session that has ended is nobody. */
export const identify =
  (deps: WebDeps): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    const stated = c.req.header('authorization');
    if (stated !== undefined) {
      const token = /^Bearer +(tocsin_[\w-]{1,200})$/i.exec(stated.trim())?.[1];
      const operator = token === undefined ? null : await deps.operatorOf(token);
      if (operator === null) return unauthorised(c, deps, 'That is no token of this desk.');
      c.set('operator', operator);
      return next();
    }
    const cookie = getCookie(c, sessionCookie);
    c.set('operator', cookie === undefined || cookie === '' ? null : await deps.sessionOf(cookie));
    return next();
  };

export function unauthorised(c: Context<WebEnv>, deps: WebDeps, message: string): Response {
  c.header('www-authenticate', 'Bearer realm="tocsin"');
  return fail(c, deps, 401, 'request.token', message);
}

export const needsToken =
  'Changing something takes an operator’s token: Authorization: Bearer tocsin_…, or sign in. `tocsin token add NAME` makes one.';
