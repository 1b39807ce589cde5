import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, type Far, openFar } from '../../test/far.ts';
import { HandClock } from '../../test/make.ts';
import type { HttpRequest, Reply } from '../core/request.ts';
import type { Address } from './guard.ts';
import { createHttp, type Http, type HttpLimits } from './http.ts';

const clock = new HandClock(0);
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function far(answer: Answer, tls?: { key: string; cert: string }): Promise<Far> {
  const opened = await openFar(answer, tls);
  closers.push(opened.close);
  return opened;
}

const toLoopback = async (): Promise<Address[]> => [{ address: '127.0.0.1', family: 4 }];

function client(ports: number[], limits: Partial<HttpLimits> = {}, resolve = toLoopback): Http {
  const names = ports.flatMap((port) => [`127.0.0.1:${port}`, `far.example.org:${port}`]);
  const http = createHttp({ clock, allow: new Set(names), resolve, limits });
  closers.unshift(() => http.close());
  return http;
}

const get = (url: string, headers: Record<string, string> = {}): HttpRequest => ({
  via: 'http',
  method: 'GET',
  url,
  headers,
  body: null,
});
const post = (url: string, body: string): HttpRequest => ({
  via: 'http',
  method: 'POST',
  url,
  headers: { 'content-type': 'text/plain' },
  body,
});
const text = (reply: Reply): string =>
  reply.via === 'http' ? new TextDecoder().decode(reply.body) : `no reply: ${reply.words}`;

describe('a request', () => {
  it('arrives with its headers and body, and its answer comes back whole', async () => {
    const { port, heard } = await far((response) =>
      response.writeHead(201, 'Made', { 'X-Word': 'yes' }).end('thank you'),
    );
    const http = client([port]);
    const reply = await http.send(post(`http://far.example.org:${port}/in?x=1`, 'a warning'), { 'webhook-id': 'n-1' });
    expect(reply).toMatchObject({ via: 'http', status: 201, headers: { 'x-word': 'yes' }, words: '201 Made' });
    expect(text(reply)).toBe('thank you');
    expect(heard).toMatchObject([{ method: 'POST', url: '/in?x=1', body: 'a warning' }]);
    expect(heard[0]?.headers).toMatchObject({
      host: `far.example.org:${port}`,
      'user-agent': 'Tocsin/0.1',
      'webhook-id': 'n-1',
      'content-type': 'text/plain',
    });
  });

  it('decides neither its host nor its framing', async () => {
    const { port, heard } = await far((response) => response.end());
    const headers = { Host: 'inside.example', 'Content-Length': '3', 'Accept-Encoding': 'br', 'User-Agent': 'Own/1' };
    await client([port]).send(get(`http://127.0.0.1:${port}/`, headers));
    expect(heard[0]?.headers).toMatchObject({
      host: `127.0.0.1:${port}`,
      'accept-encoding': 'gzip',
      'user-agent': 'Own/1',
    });
    expect(heard[0]?.headers['content-length']).toBeUndefined();
  });

  it('with a line break in a header is not sent', async () => {
    const { port, heard } = await far((response) => response.end());
    const http = client([port]);
    expect(await http.send(get(`http://127.0.0.1:${port}/`), { 'x-a': 'b\r\nx-c: d' })).toMatchObject({
      error: 'forbidden',
    });
    expect(await http.send(get(`http://127.0.0.1:${port}/`, { 'x\r\ny': 'b' }))).toMatchObject({ error: 'forbidden' });
    expect(heard).toEqual([]);
  });

  it('whose time has run out is not written, and one in time is', async () => {
    const { port, heard } = await far((response) => response.end());
    const http = client([port]);
    const url = `http://127.0.0.1:${port}/`;
    expect(await http.send(post(url, 'late'), {}, { notAfter: clock.now() })).toMatchObject({
      via: 'none',
      error: 'expired',
    });
    expect(heard).toEqual([]);
    expect(await http.send(post(url, 'in time'), {}, { notAfter: clock.now() + 1 })).toMatchObject({ status: 200 });
    expect(heard).toMatchObject([{ body: 'in time' }]);
  });

  it('whose time runs out while the name is looked up is not written', async () => {
    const { port, heard } = await far((response) => response.end());
    const slow = new HandClock(0);
    const resolve = async (): Promise<Address[]> => {
      slow.advance(1000);
      return toLoopback();
    };
    const http = createHttp({ clock: slow, allow: new Set([`far.example.org:${port}`]), resolve });
    closers.unshift(() => http.close());
    const reply = await http.send(post(`http://far.example.org:${port}/`, 'late'), {}, { notAfter: 1000 });
    expect(reply).toMatchObject({ error: 'expired' });
    expect(heard).toEqual([]);
  });
});

describe('an answer', () => {
  it('is unpacked, but never beyond the limit', async () => {
    const { port } = await far((response, { url }) => {
      const packed = gzipSync(url === '/bomb' ? Buffer.alloc(5_000_000) : 'a long feed');
      response.writeHead(200, { 'content-encoding': url === '/odd' ? 'rot13' : 'gzip' });
      response.end(url === '/damaged' ? packed.subarray(0, 12) : packed);
    });
    const http = client([port], { getBytes: 100_000 });
    const fine = await http.send(get(`http://127.0.0.1:${port}/`));
    expect(text(fine)).toBe('a long feed');
    expect(fine).not.toHaveProperty('headers.content-encoding');
    expect(await http.send(get(`http://127.0.0.1:${port}/bomb`))).toMatchObject({ error: 'too-large' });
    expect(await http.send(get(`http://127.0.0.1:${port}/damaged`))).toMatchObject({ error: 'cut' });
    expect(await http.send(get(`http://127.0.0.1:${port}/odd`))).toMatchObject({ status: 200 });
  });

  it('longer than the limit is refused for a GET and cut for a POST, whose status counts', async () => {
    const { port } = await far((response) => response.end(Buffer.alloc(300_000, 'x')));
    const http = client([port], { getBytes: 200_000, postBytes: 1000 });
    expect(await http.send(get(`http://127.0.0.1:${port}/`))).toMatchObject({ via: 'none', error: 'too-large' });
    const reply = await http.send(post(`http://127.0.0.1:${port}/`, ''));
    expect(reply).toMatchObject({ status: 200 });
    expect(text(reply)).toHaveLength(1000);
  });

  it('that never ends is dropped at the limit', async () => {
    const { port } = await far((response) => {
      const more = (): void => {
        if (!response.destroyed) response.write(Buffer.alloc(10_000), () => setImmediate(more));
      };
      more();
    });
    expect(await client([port], { getBytes: 100_000 }).send(get(`http://127.0.0.1:${port}/`))).toMatchObject({
      error: 'too-large',
    });
  });

  it.each<[string, Answer]>([
    ['never comes', () => {}],
    ['stops halfway', (response) => response.writeHead(200, { 'content-length': 10 }).write('half')],
  ])('that %s is a timeout', async (_, answer) => {
    let asked = (): void => {};
    const wasAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const { port } = await far((...all) => {
      answer(...all);
      asked();
    });
    const sent = client([port], { totalMs: 5000 }).send(get(`http://127.0.0.1:${port}/`));
    await wasAsked;
    clock.advance(5000);
    expect(await sent).toMatchObject({ via: 'none', error: 'timeout' });
  });

  it('that breaks off is a cut', async () => {
    const { port } = await far((response, { url }) => {
      if (url === '/half') response.writeHead(200, { 'content-length': 10 }).write('half');
      response.destroy();
    });
    const http = client([port]);
    expect(await http.send(post(`http://127.0.0.1:${port}/`, 'x'))).toMatchObject({ error: 'cut' });
    expect(await http.send(get(`http://127.0.0.1:${port}/half`))).toMatchObject({ error: 'cut' });
  });

  it('has its words cut and cleared of the address, the signature and people', async () => {
    const { port } = await far((response) => {
      response
        .writeHead(403)
        .end(`no a.person@people.example at /hook/SECRETSECRET with c2lnbmVkLWJ5LXVz\u202e${'x'.repeat(5000)}`);
    });
    const url = `http://127.0.0.1:${port}/hook/SECRETSECRET`;
    const { words } = await client([port]).send(post(url, ''), { 'webhook-signature': 'c2lnbmVkLWJ5LXVz' });
    expect(words).toMatch(/^403 Forbidden no … at \/hook\/… with … x+…$/);
    expect(words).toHaveLength(500);
  });

  it('is not waited for after a stop', async () => {
    const stop = new AbortController();
    const { port } = await far(() => stop.abort());
    expect(await client([port]).send(get(`http://127.0.0.1:${port}/`), {}, { signal: stop.signal })).toMatchObject({
      error: 'cut',
    });
  });
});
