/** What programs may hand in: documents, a confirmation, what a far side sent back. Each takes a named operator's token. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { hasError } from '../../core/finding.ts';
import { maxReportBytes, readBody } from '../body.ts';
import type { WebDeps } from '../deps.ts';
import { findingOf } from '../fail.ts';
import { needsToken, type WebEnv } from '../guard.ts';
import { presentAlert, presentFinding, presentHead, presentReport } from './present.ts';
import { json, noSuchAlert, refusals } from './read.ts';
import { AlertSchema, FindingsSchema, ReceivedSchema } from './schemas.ts';

const bytes = {
  content: { 'application/octet-stream': { schema: z.any().openapi({ type: 'string', format: 'binary' }) } },
  description: 'The bytes, of any media type',
};
const security = [{ operator: [] }];

/** Shown to everybody who may read: a page of the web, and no name or password of anybody's with it. */
const isPage = (text: string): boolean => {
  if (!/^https?:\/\/[^\s\p{C}/?#][^\s\p{C}]*$/iu.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
};
const address = z
  .string()
  .max(2000, 'An address has at most 2,000 characters.')
  .refine(isPage, '“url” is the address of the page, with http:// or https:// and without a user’s name or password.')
  .openapi({ description: 'Where the document stands; the same bytes from another address add that address.' });

const reportsRoute = createRoute({
  method: 'post',
  path: '/api/v1/reports',
  summary: 'Hand in a document; its bytes are kept before anything else happens to them',
  security,
  request: { query: z.object({ source: z.string(), url: address.optional() }), body: bytes },
  responses: {
    201: json(ReceivedSchema, 'Kept and read'),
    200: json(ReceivedSchema, 'The same bytes were here already'),
    403: json(FindingsSchema, 'From a page that is not this desk’s own'),
    413: json(FindingsSchema, 'Over 16 MiB; nothing was kept'),
    422: json(ReceivedSchema, 'Kept, and can’t be read; the findings say why'),
    ...refusals,
  },
});

const confirmRoute = createRoute({
  method: 'post',
  path: '/api/v1/alerts/{id}/confirm',
  summary: 'Vouch for an alert: from then on it may tell people',
  security,
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: json(z.object({ alert: AlertSchema }), 'Confirmed, now or before'),
    403: json(FindingsSchema, 'From a page that is not this desk’s own'),
    404: json(FindingsSchema, 'No such alert'),
    ...refusals,
  },
});

const receiptsRoute = createRoute({
  method: 'post',
  path: '/api/v1/receipts',
  summary: 'Hand in what a far side sent back, such as a bounced mail',
  security,
  request: { query: z.object({ channel: z.string() }), body: bytes },
  responses: {
    201: json(z.object({ receipts: z.number().int() }), 'How many receipts were read in it'),
    403: json(FindingsSchema, 'From a page that is not this desk’s own'),
    413: json(FindingsSchema, 'Over 16 MiB'),
    ...refusals,
  },
});

const found = (code: string, message: string) => ({ findings: [presentFinding(findingOf(code, message))] });
const tooLarge = found(
  'report.too-large',
  `A document may have ${maxReportBytes} bytes (16 MiB); this one has more. Nothing was kept.`,
);

export function addWriting(app: OpenAPIHono<WebEnv>, deps: WebDeps): void {
  app.openapi(reportsRoute, async (c) => {
    const by = c.get('operator');
    if (by === null) return c.json(found('request.token', needsToken), 401);
    const { source, url } = c.req.valid('query');
    if (!deps.sources.includes(source))
      return c.json(
        found('report.source', `This desk reads no source of that name. It reads: ${deps.sources.join(', ')}.`),
        400,
      );
    const body = await readBody(c.req.raw, maxReportBytes);
    if (body === null) return c.json(tooLarge, 413);
    if (body.length === 0)
      return c.json(found('report.empty', 'The body is empty: send the document itself as the body.'), 400);
    const received = await deps.receive({
      source,
      bytes: body,
      type: c.req.header('content-type') ?? null,
      url: url ?? null,
      by,
    });
    if ('refused' in received) return c.json({ findings: [presentFinding(received.refused)] }, 400);
    const { report, alerts, findings, known } = received;
    const answer = {
      report: presentReport(report),
      alerts: alerts.map(presentHead),
      findings: findings.map(presentFinding),
    };
    if (alerts.length === 0 && hasError(findings)) return c.json(answer, 422);
    return known ? c.json(answer, 200) : c.json(answer, 201);
  });

  app.openapi(confirmRoute, async (c) => {
    const by = c.get('operator');
    if (by === null) return c.json(found('request.token', needsToken), 401);
    const view = await deps.confirm(c.req.valid('param').id, by);
    return view ? c.json({ alert: presentAlert(view) }, 200) : c.json({ findings: [noSuchAlert()] }, 404);
  });

  app.openapi(receiptsRoute, async (c) => {
    if (c.get('operator') === null) return c.json(found('request.token', needsToken), 401);
    const body = await readBody(c.req.raw, maxReportBytes);
    if (body === null) return c.json(tooLarge, 413);
    const read = await deps.receipts(c.req.valid('query').channel, body);
    if (read === null)
      return c.json(
        found('receipt.channel', `This desk has no channel of that name. It has: ${deps.channels.join(', ')}.`),
        400,
      );
    return c.json({ receipts: read }, 201);
  });
}
