/** Where a request may go: names, redirects, certificates. */
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { selfSigned } from '../../test/certificate.ts';
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

describe('where nobody answers', () => {
  it('says which kind of nobody', async () => {
    const { port } = await far((response) => response.end());
    await closers.pop()?.();
    const http = client([port], {}, async () => []);
    expect(await http.send(get(`http://127.0.0.1:${port}/`))).toMatchObject({ error: 'unreachable' });
    expect(await http.send(get(`http://far.example.org:${port}/`))).toMatchObject({ error: 'name' });
    expect(await http.send(get('http://other.example.org/'))).toMatchObject({ error: 'name' });
  });

  it.each([
    'ftp://far.example.org/',
    'file:///etc/hostname',
    'not a url',
    'http://',
    'http://me:pw@far.example.org/',
    'https://me@far.example.org/',
  ])('refuses %s', async (url) => {
    expect(await client([]).send(get(url))).toMatchObject({ via: 'none', error: 'forbidden' });
  });
});

describe('a redirect', () => {
  it('is followed for a GET, up to five times, without secrets for strangers', async () => {
    const stranger = await far((response) => response.end('here'));
    const { port, heard } = await far((response, { url }) => {
      const to = url === '/away' ? `http://far.example.org:${stranger.port}/` : `/${Number(url.slice(1)) - 1}`;
      response.writeHead(url === '/0' ? 200 : 302, { location: to }).end('there');
    });
    const http = client([port, stranger.port]);
    const url = `http://127.0.0.1:${port}`;
    expect(text(await http.send(get(`${url}/5`)))).toBe('there');
    expect(await http.send(get(`${url}/6`))).toMatchObject({ error: 'unreachable', words: 'More than 5 redirects.' });

    const secrets = { authorization: 'Bearer x', cookie: 'a=b', 'x-plain': 'kept' };
    expect(text(await http.send(get(`${url}/away`, secrets), { 'x-token': 'y' }))).toBe('here');
    expect(heard.at(-1)?.headers).toMatchObject({ ...secrets, 'x-token': 'y' });
    expect(stranger.heard[0]?.headers).toMatchObject({ 'x-plain': 'kept' });
    for (const name of ['authorization', 'cookie', 'x-token'])
      expect(stranger.heard[0]?.headers).not.toHaveProperty(name);
  });

  it('passes the guard again', async () => {
    const inside = await far((response) => response.end('secret'));
    const { port } = await far((response, { url }) => response.writeHead(302, { location: url.slice(1) }).end());
    const http = client([port]);
    for (const to of [
      `http://127.0.0.1:${inside.port}/`,
      'http://169.254.169.254/',
      'http://[::1]/',
      'file:///etc/passwd',
      'http://u:p@far.example.org/',
    ])
      expect(await http.send(get(`http://127.0.0.1:${port}/${to}`))).toMatchObject({ via: 'none', error: 'forbidden' });
    expect(inside.heard).toEqual([]);
  });

  it('is never followed for a POST', async () => {
    const { port, heard } = await far((response) => response.writeHead(307, { location: '/other' }).end());
    expect(await client([port]).send(post(`http://127.0.0.1:${port}/`, 'x'))).toMatchObject({ status: 307 });
    expect(heard).toHaveLength(1);
  });
});

describe('the name system', () => {
  it('is asked once for a connection, which goes to that answer', async () => {
    const { port, heard } = await far((response) => response.end());
    let asked = 0;
    const rebinding = async (): Promise<Address[]> => [
      { address: asked++ === 0 ? '127.0.0.1' : '127.0.0.2', family: 4 },
    ];
    const http = client([port], {}, rebinding);
    expect(await http.send(get(`http://far.example.org:${port}/`))).toMatchObject({ status: 200 });
    expect([asked, heard.length]).toEqual([1, 1]);
  });

  it('that answers inward gets no connection', async () => {
    const { port, heard } = await far((response) => response.end());
    expect(await client([]).send(get(`http://far.example.org:${port}/`))).toMatchObject({ error: 'forbidden' });
    expect(heard).toEqual([]);
  });
});

describe('over TLS', () => {
  const ours = selfSigned('far.example.org');
  const before = getCACertificates('default');
  beforeEach(() => setDefaultCACertificates([...before, ours.cert]));
  afterEach(() => setDefaultCACertificates(before));

  it('checks the certificate against the name, not against the address', async () => {
    const { port, heard } = await far((response) => response.end(), ours);
    const http = client([port]);
    expect(await http.send(get(`https://far.example.org:${port}/`))).toMatchObject({ status: 200 });
    expect(await http.send(get(`https://127.0.0.1:${port}/`))).toMatchObject({ via: 'none', error: 'tls' });
    expect(heard).toHaveLength(1);
  });

  it('accepts no certificate that nobody vouches for', async () => {
    const { port } = await far((response) => response.end(), selfSigned('far.example.org'));
    expect(await client([port]).send(get(`https://far.example.org:${port}/`))).toMatchObject({ error: 'tls' });
  });

  it('is not left for plain HTTP', async () => {
    const plain = await far((response) => response.end());
    const { port } = await far(
      (response) => response.writeHead(301, { location: `http://127.0.0.1:${plain.port}/` }).end(),
      ours,
    );
    const reply = await client([port, plain.port]).send(get(`https://far.example.org:${port}/`));
    expect(reply).toMatchObject({ error: 'forbidden', words: 'The answer leads from https to http.' });
    expect(plain.heard).toEqual([]);
  });
});
