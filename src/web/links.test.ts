/** Who looks at the past stays in it: every link in a page of the past leads to the same moment. */
import { expect, test } from 'vitest';
import { bearer, desk, reading } from '../../test/pages/ask.ts';
import { replay } from '../../test/pages/kabul/desk.ts';
import { documents } from '../../test/pages/kabul/documents.ts';
import { floodReport, theAirport, theFlood } from '../../test/pages/kabul/situations.ts';
import { liveSituations } from '../../test/pages/live.ts';
import { views } from '../../test/pages/picture.ts';
import type { NoticeView } from '../core/model.ts';
import type { WebDeps } from './deps.ts';

/** One that is long enough for its page to lead on. */
const many: WebDeps['notices'] = async () =>
  Array.from({ length: 300 }, (_, n) => ({ ...(notice as NoticeView), id: `n-${n}` }));
const [notice] = (await replay.notices?.({ limit: 1, seq: 90, heardUntil: Number.POSITIVE_INFINITY })) ?? [];

const ofReplay = [
  ...[
    '/',
    '/alerts',
    '/people',
    '/notices',
    '/notices?alert=a-00000000000000a1',
    '/notices/desk',
    '/inbox',
    '/inbox/l3',
  ],
  ...[theAirport, theFlood].flatMap((id) => [`/situations/${id}`, `/situations/${id}/brief`]),
  ...['a1', 'a2', 'a4', 'a5'].map((id) => `/alerts/a-00000000000000${id}`),
  ...Object.values(documents).map(({ id }) => `/reports/${id}`),
  `/reports/${floodReport}`,
];
const ofDesk = [
  ...reading.filter((path) => path !== '/sign-in' && !path.endsWith('/raw')),
  ...Object.values(views).flatMap(({ id, report }) => [`/alerts/${id}`, `/reports/${report}`]),
  ...liveSituations.flatMap(({ id }) => [`/situations/${id}`, `/situations/${id}/brief`]),
  '/alerts',
];

/** Links of the page itself; the bytes of a report and a sign-in are of no moment. */
async function linksOf(path: string, more: Partial<WebDeps>, moment: string): Promise<string[]> {
  const answer = await desk(more).ask(`${path}${path.includes('?') ? '&' : '?'}${moment}`, { headers: bearer });
  expect(answer.status).toBe(200);
  const [, main = ''] = /<main[^>]*>(.*?)<\/main>/s.exec(await answer.text()) ?? [];
  return [...main.matchAll(/href="(\/[^"]*)"/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter((href) => !/^\/sign-in|\/raw$/.test(href));
}

const astray = (links: readonly string[], valid: string): string[] =>
  links.filter((href) => !new URL(href, 'http://desk.example').searchParams.get('valid')?.startsWith(valid));

test.each(ofReplay)('in a replay: %s', async (path) => {
  const links = await linksOf(path, replay, 'valid=2021-08-26T07:30:00Z');
  expect(astray(links, '2021-08-26T07:30')).toEqual([]);
});

test.each(ofDesk)('on a live desk: %s', async (path) => {
  const links = await linksOf(path, { notices: many }, 'valid=2026-07-28T06:00:00Z&seq=200');
  expect(astray(links, '2026-07-28T06:00')).toEqual([]);
  expect(links.every((href) => href.includes('seq=200'))).toBe(true);
});
