/** Asks a made-up desk, as its own pages, programs or strangers would. */
import type { WebDeps } from '../../src/web/deps.ts';
import { createWeb } from '../../src/web/web.ts';
import { type FakeDesk, fakeDesk, token } from './desk.ts';
import { views } from './picture.ts';

export const base = 'http://localhost:8080';
const own = { host: 'localhost:8080' };
export const bearer = { authorization: `Bearer ${token}` };

export interface Ask {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array<ArrayBuffer> | ReadableStream;
}

/** A fresh desk, and how to ask it. */
export const desk = (more: Partial<WebDeps> = {}) => {
  const deps: FakeDesk = fakeDesk(more);
  const web = createWeb(deps);
  const ask = (path: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Response> =>
    web.fetch(
      new Request(base + path, {
        method,
        headers: { ...own, ...headers },
        ...(body === undefined ? {} : { body, duplex: 'half' }),
      } as RequestInit),
    );
  return { deps, ask };
};

/** The codes of the findings in an answer. */
export const codes = async (answer: Response): Promise<string[]> =>
  ((await answer.json()) as { findings: { code: string }[] }).findings.map((finding) => finding.code);

/** Queries that name a moment twice, or one that is not there yet. */
export const contradictory = [
  'seq=7&recorded=2026-07-28T10:00:00Z',
  'seq=7&at=2026-07-28T10:00:00Z',
  'at=2026-07-28T10:00:00Z&valid=2026-07-28T10:00:00Z',
  'at=2026-07-28T10:00:00Z&recorded=2026-07-28T10:00:00Z',
  'seq=999999',
];

/** Pages, API and operations: what may be asked without a name. */
export const reading = [
  '/',
  `/alerts/${views.flood.id}`,
  `/reports/${views.flood.report}`,
  `/reports/${views.flood.report}/raw`,
  '/people',
  '/places',
  '/notices',
  '/notices/desk',
  '/sign-in',
];
export const api = [
  '/api/v1/situations',
  `/api/v1/reports/${views.flood.report}`,
  '/api/v1/alerts',
  `/api/v1/alerts/${views.flood.id}`,
  '/api/v1/people',
  '/api/v1/notices',
  '/api/v1/wakes',
];
export const ops = ['/healthz', '/readyz', '/metrics', '/openapi.json'];
export const feeds = [
  '/feeds/alerts.atom',
  '/feeds/alerts.rss',
  '/feeds/alerts.geojson',
  `/feeds/cap/${views.flood.id}.xml`,
];
