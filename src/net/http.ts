/**
 * The only outgoing HTTP. Every new connection passes the address guard and goes to the very address that passed;
 * answers are bounded in time and size; what goes wrong becomes a Reply, nothing is thrown.
 */
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { Agent, buildConnector, type Dispatcher } from 'undici';
import type { HttpRequest, Reply, SendLimits } from '../core/request.ts';
import { type Clock, type Instant, second } from '../core/time/time.ts';
import { type GuardRules, guardAddress } from './guard.ts';
import { NoReplyError, noReplyOf } from './no-reply.ts';
import { pinned } from './pinned.ts';
import { redact } from './redact.ts';

export interface HttpLimits {
  /** From the call to the last byte, redirects and name resolution included. */
  readonly totalMs: number;
  /** Most bytes of an answer, unpacked. An answer to a POST is cut there, one to a GET is refused. */
  readonly getBytes: number;
  readonly postBytes: number;
  readonly redirects: number;
}

export const httpLimits: HttpLimits = {
  totalMs: 20 * second,
  getBytes: 16 * 1024 * 1024,
  postBytes: 64 * 1024,
  redirects: 5,
};

export interface Http {
  /**
   * `extraHeaders` are those that hold secrets (signatures, tokens); they go to the request's own origin only. Never
   * rejects.
   */
  send(
    request: HttpRequest,
    extraHeaders?: Readonly<Record<string, string>>,
    options?: Partial<SendLimits> & { readonly signal?: AbortSignal },
  ): Promise<Reply>;
  close(): Promise<void>;
}

export function createHttp(parts: GuardRules & { clock: Clock; limits?: Partial<HttpLimits> }): Http {
  const { clock } = parts;
  const limits = { ...httpLimits, ...parts.limits };
  const agent = new Agent({
    connect: guardedConnector(parts, limits.totalMs),
    connections: 16,
    headersTimeout: limits.totalMs,
    bodyTimeout: limits.totalMs,
    allowH2: false,
  });
  return {
    async send(request, extraHeaders = {}, options = {}) {
      const late = new AbortController();
      const done = new AbortController();
      void clock.wait(limits.totalMs, done.signal).then(() => {
        if (!done.signal.aborted) late.abort(new NoReplyError('timeout', `No whole answer in ${limits.totalMs} ms.`));
      });
      const signal = options.signal ? AbortSignal.any([late.signal, options.signal]) : late.signal;
      try {
        const { notAfter } = options;
        const sender = notAfter === undefined ? agent : agent.compose(punctual(clock, notAfter));
        return await exchange(sender, request, extraHeaders, signal, limits);
      } catch (error) {
        return noReplyOf(late.signal.aborted ? late.signal.reason : error, secretsOf(request, extraHeaders));
      } finally {
        done.abort();
      }
    },
    // Whoever closes has waited for as long as it wanted to: what is still under way is cut.
    close: () => agent.destroy(),
  };
}

/** Connects to the guarded addresses and no others; the certificate is still checked against the name. */
function guardedConnector(rules: GuardRules, timeout: number): buildConnector.connector {
  return (to, callback) => {
    const port = Number(to.port) || (to.protocol === 'https:' ? 443 : 80);
    const open = async (): Promise<void> => {
      const guarded = await guardAddress({ host: to.hostname, port }, rules);
      if ('refused' in guarded) throw new NoReplyError(guarded.error, guarded.refused);
      const lookup = pinned(guarded.addresses);
      buildConnector({ timeout, allowH2: false, maxCachedSessions: 0, autoSelectFamily: true, lookup })(to, callback);
    };
    open().catch((error: Error) => callback(error, null));
  };
}

/** Looks at the clock when the connection is ready, just before the first byte: what is late by then is not sent. */
const punctual =
  (clock: Clock, notAfter: Instant): Dispatcher.DispatcherComposeInterceptor =>
  (dispatch) =>
  (request, handler) => {
    const start = handler.onRequestStart?.bind(handler);
    handler.onRequestStart = (controller, context) => {
      start?.(controller, context);
      if (clock.now() >= notAfter) throw new NoReplyError('expired', 'Its time ran out before it could be sent.');
    };
    return dispatch(request, handler);
  };

async function exchange(
  sender: Dispatcher,
  request: HttpRequest,
  extraHeaders: Readonly<Record<string, string>>,
  signal: AbortSignal,
  limits: HttpLimits,
): Promise<Reply> {
  let url = checkedUrl(request.url);
  const home = url.origin;
  for (let hops = 0; ; hops++) {
    const headers = { ...headersFor(request, url.origin === home), ...(url.origin === home ? extraHeaders : {}) };
    const path = url.pathname + url.search;
    const { method, body } = request;
    const response = await sender.request({ origin: url.origin, path, method, headers, body, signal });
    const next = method === 'GET' ? redirectOf(response, url) : null;
    if (!next) return await replyOf(response, request, extraHeaders, limits);
    if (hops === limits.redirects) throw new NoReplyError('unreachable', `More than ${limits.redirects} redirects.`);
    await response.body.dump({ limit: 16 * 1024, signal });
    url = next;
  }
}

function checkedUrl(text: string, base?: URL): URL {
  const url = URL.parse(text, base);
  if (!url) throw new NoReplyError('forbidden', 'This is not a URL.');
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new NoReplyError('forbidden', `Only http and https are spoken, not ${url.protocol}`);
  if (url.username !== '' || url.password !== '')
    throw new NoReplyError('forbidden', 'A user name in a URL is not accepted.');
  if (base?.protocol === 'https:' && url.protocol === 'http:')
    throw new NoReplyError('forbidden', 'The answer leads from https to http.');
  return url;
}

function redirectOf(response: Dispatcher.ResponseData, from: URL): URL | null {
  const { location } = response.headers;
  const redirects = [301, 302, 303, 307, 308].includes(response.statusCode);
  return redirects && typeof location === 'string' ? checkedUrl(location, from) : null;
}

/** What a request may not decide for itself: where it goes, how it is framed, how the answer is packed. */
const ours = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'accept-encoding']);
const private_ = new Set(['authorization', 'cookie']);

function headersFor(request: HttpRequest, atHome: boolean): Record<string, string> {
  const given = Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  const kept = given.filter(([name]) => !ours.has(name) && (atHome || !private_.has(name)));
  const packing = request.method === 'GET' ? 'gzip' : 'identity';
  return { 'user-agent': 'Tocsin/0.1', ...Object.fromEntries(kept), 'accept-encoding': packing };
}

async function replyOf(
  response: Dispatcher.ResponseData,
  request: HttpRequest,
  extraHeaders: Readonly<Record<string, string>>,
  limits: HttpLimits,
): Promise<Reply> {
  const headers = Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), [value ?? ''].flat().join(', ')]),
  );
  const isGet = request.method === 'GET';
  const limit = isGet ? limits.getBytes : limits.postBytes;
  const { bytes, whole } = await readUpTo(response.body, limit);
  if (!whole && isGet) throw new NoReplyError('too-large', `The answer is longer than ${limit} bytes.`);
  const body = isGet ? await unpacked(bytes, headers['content-encoding'] ?? '', limit) : bytes;
  if (body !== bytes) for (const name of ['content-encoding', 'content-length']) delete headers[name];
  const said = response.statusCode < 300 ? '' : new TextDecoder().decode(body.subarray(0, 4096));
  const words = redact(`${response.statusCode} ${response.statusText} ${said}`, secretsOf(request, extraHeaders));
  return { via: 'http', status: response.statusCode, headers, body, words };
}

/** The first `limit` bytes, and whether that was all. */
async function readUpTo(
  body: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<{ bytes: Uint8Array; whole: boolean }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) break; // leaving the loop closes the connection
  }
  const all = Buffer.concat(chunks);
  return { bytes: new Uint8Array(all.subarray(0, limit)), whole: size <= limit };
}

const unpackers = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/** Never more than `limit` bytes, however small the packed form. Unknown packings stay as they came. */
async function unpacked(bytes: Uint8Array, encoding: string, limit: number): Promise<Uint8Array> {
  const name = encoding.trim().toLowerCase();
  if (!Object.hasOwn(unpackers, name)) return bytes;
  return new Uint8Array(await unpackers[name as keyof typeof unpackers](bytes, { maxOutputLength: limit }));
}

/** Addresses of webhooks are secrets in themselves, so are signatures. */
function secretsOf(request: HttpRequest, extraHeaders: Readonly<Record<string, string>>): string[] {
  const parts = request.url.split(/[/?&=#]/).filter((part) => part.length >= 8);
  return [request.url, ...parts, ...Object.values(extraHeaders)];
}
