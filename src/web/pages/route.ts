/** What the routes of pages share: the moment that is asked for, and ways to say no. */
import type { Context } from 'hono';
import type { Finding } from '../../core/finding.ts';
import type { Dated } from '../../pages/layout.tsx';
import type { WebDeps } from '../deps.ts';
import { fail, undated } from '../fail.ts';
import type { WebEnv } from '../guard.ts';
import { momentOf } from '../moment.ts';

export type Ctx = Context<WebEnv>;

/** Runs `show` at the moment the query asks for, or says what is wrong with the question. */
export const dated =
  (deps: WebDeps, show: (c: Ctx, surround: Dated) => Promise<Response>) =>
  async (c: Ctx): Promise<Response> => {
    const moment = await momentOf(deps, c.req.query());
    if ('finding' in moment) return wrong(c, deps, moment.finding);
    return show(c, { ...undated(deps, c.req.path, c.get('operator')), moment });
  };

export const wrong = (c: Ctx, deps: WebDeps, finding: Finding): Response =>
  fail(c, deps, 400, finding.code, finding.message);
export const nothing = (c: Ctx, deps: WebDeps, what: string): Response =>
  fail(c, deps, 404, 'request.not-found', `This desk knows no ${what} of that id, at the moment asked for.`);
export const param = (c: Ctx, name: string): string => c.req.param(name) ?? '';
