/** The demo inbox of a replay: what was taken by its own sinks up to the moment asked for. A live desk has none. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Dated } from '../../pages/layout.tsx';
import { type InboxData, inboxPage, letterPage } from '../../pages/replay/inbox.tsx';
import type { WebDeps } from '../deps.ts';
import type { WebEnv } from '../guard.ts';
import { type Ctx, dated, nothing, param } from './route.ts';

export function addInbox(app: OpenAPIHono<WebEnv>, deps: WebDeps): void {
  if (deps.exercise === null) return;
  app.get(
    '/inbox',
    dated(deps, async (c, surround) => c.html(inboxPage(surround, await inboxAt(deps, surround)))),
  );
  app.get(
    '/inbox/:id',
    dated(deps, (c, surround) => oneLetter(c, deps, surround)),
  );
}

async function inboxAt(deps: WebDeps, { moment }: Dated): Promise<InboxData> {
  const [letters, { people }] = await Promise.all([deps.inbox(), deps.people(moment.seq)]);
  return { letters: letters.filter(({ at }) => at <= moment.heardUntil), people };
}

async function oneLetter(c: Ctx, deps: WebDeps, surround: Dated): Promise<Response> {
  const data = await inboxAt(deps, surround);
  const letter = data.letters.find(({ id }) => id === param(c, 'id'));
  return letter ? c.html(letterPage(surround, { ...data, letter })) : nothing(c, deps, 'letter');
}
