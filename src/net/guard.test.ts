import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Address, guardAddress } from './guard.ts';
import { createHttp } from './http.ts';

const family = (address: string): 4 | 6 => (address.includes(':') ? 6 : 4);
const answering =
  (...addresses: string[]) =>
  async (): Promise<Address[]> =>
    addresses.map((address) => ({ address, family: family(address) }));

const guard = (host: string, addresses: string[] = [], allow: string[] = [], port = 443) =>
  guardAddress({ host, port }, { allow: new Set(allow), resolve: answering(...addresses) });

describe('what passes', () => {
  it.each(['9.9.9.9', '[2620:fe::fe]', '2620:fe::fe'])('a public address: %s', async (host) => {
    const found = await guard(host);
    expect(found).toEqual({ addresses: [{ address: host.replace(/[[\]]/g, ''), family: family(host) }] });
  });

  it('a name all of whose answers are public, with exactly those answers', async () => {
    const found = await guard('warnings.example.org', ['9.9.9.9', '2620:fe::fe']);
    expect(found).toMatchObject({ addresses: [{ address: '9.9.9.9' }, { address: '2620:fe::fe' }] });
  });

  it('a private host that the configuration names with this very port', async () => {
    expect(await guard('mail', ['10.0.0.5'], ['mail:25'], 25)).toMatchObject({ addresses: [{ address: '10.0.0.5' }] });
    expect(await guard('127.0.0.1', [], ['127.0.0.1:25'], 25)).toMatchObject({ addresses: [{ family: 4 }] });
    expect(await guard('[::1]', [], ['[::1]:25'], 25)).toMatchObject({ addresses: [{ family: 6 }] });
    expect(await guard('mail', ['10.0.0.5'], ['mail:25'], 26)).toMatchObject({ error: 'forbidden' });
    expect(await guard('127.0.0.1', [], ['127.0.0.1:25'], 80)).toMatchObject({ error: 'forbidden' });
  });
});

describe('a closed guard', () => {
  const closed = (host: string, port: number) =>
    guardAddress(
      { host, port },
      { allow: new Set(['127.0.0.1:25', '[::1]:25']), resolve: answering('9.9.9.9'), closed: true },
    );

  it('lets by what is named and no other place, however public', async () => {
    expect(await closed('127.0.0.1', 25)).toMatchObject({ addresses: [{ address: '127.0.0.1' }] });
    expect(await closed('::1', 25)).toMatchObject({ addresses: [{ address: '::1' }] });
    for (const [host, port] of [
      ['9.9.9.9', 443],
      ['[2620:fe::fe]', 443],
      ['warnings.example.org', 443],
      ['localhost', 25],
      ['127.0.0.1', 26],
      ['127.1', 25],
    ] as const)
      expect(await closed(host, port), host).toMatchObject({ error: 'forbidden' });
  });
});

describe('what is refused', () => {
  it.each([
    ['one private answer among public ones', ['9.9.9.9', '10.0.0.1']],
    ['a mapped private answer', ['::ffff:127.0.0.1']],
    ['a mapped public answer', ['::ffff:9.9.9.9']],
    ['an IPv4-compatible answer', ['::9.9.9.9']],
    ['NAT64', ['64:ff9b::a00:1']],
    ['6to4', ['2002:a00:1::1']],
    ['Teredo', ['2001:0:4136:e378:8000:63bf:80ff:fffe']],
    ['ISATAP behind a public prefix', ['2620:fe::5efe:a00:1']],
    ['ISATAP with the universal bit', ['2620:fe::200:5efe:a00:1']],
    ['a zone', ['fe80::1%eth0']],
    ['no address at all', ['nonsense']],
  ])('%s', async (_, addresses) => {
    expect(await guard('warnings.example.org', addresses)).toMatchObject({ error: 'forbidden' });
  });

  it.each([
    '0x7f000001',
    '2130706433',
    '0177.0.0.1',
    '127.1',
    '1.2.3',
    '9.9.9.9.',
    'a..b',
    '',
    'a b',
    'пример.рф',
    'mail',
    'db.local',
  ])('the host %j, without asking for it', async (host) => {
    const resolve = async (): Promise<Address[]> => {
      throw new Error('asked');
    };
    expect(await guardAddress({ host, port: 80 }, { allow: new Set(), resolve })).toMatchObject({ error: 'forbidden' });
  });

  it('a name without an address, and a resolver that fails', async () => {
    expect(await guard('nowhere.example.org')).toMatchObject({ error: 'name' });
    const resolve = () => Promise.reject(new Error('SERVFAIL'));
    expect(await guardAddress({ host: 'a.example.org', port: 80 }, { allow: new Set(), resolve })).toMatchObject({
      error: 'name',
    });
  });

  it('every private IPv4 address in every IPv6 dress', async () => {
    const privateAddress = fc
      .tuple(fc.constantFrom('10.', '127.', '192.168.', '169.254.'), fc.ipV4())
      .map(([head, tail]) => {
        const rest = tail.split('.').map((part) => String(Number.parseInt(part, 10) & 255));
        return `${head}${rest.slice(0, 5 - head.split('.').length).join('.')}`;
      });
    await fc.assert(
      fc.asyncProperty(privateAddress, fc.constantFrom('', '::ffff:', '::', '64:ff9b::'), async (v4, dress) => {
        expect(await guard('warnings.example.org', [`${dress}${v4}`])).toMatchObject({ error: 'forbidden' });
      }),
    );
  });
});

const hostile = '../shared/data/hostile/ssrf-generated.json';
const cases = existsSync(hostile)
  ? (JSON.parse(readFileSync(hostile, 'utf8')) as { kind: string; form: string; url: string }[])
  : [];

describe.skipIf(cases.length === 0)('hostile addresses (skipped where ../shared/data is absent)', () => {
  /** Names like localtest.me exist to point inward; every other name is unknown. */
  const resolve = answering('127.0.0.1');

  it('are refused before a socket is opened', async () => {
    const http = createHttp({
      clock: { now: () => 0, wait: () => new Promise(() => {}) },
      allow: new Set(),
      resolve,
    });
    const wrong: string[] = [];
    for (const { kind, form, url } of cases) {
      const reply = await http.send({ via: 'http', method: 'GET', url, headers: {}, body: null });
      if (reply.via !== 'none' || reply.error !== 'forbidden')
        wrong.push(`${kind} ${form} ${url}: ${JSON.stringify(reply)}`);
    }
    await http.close();
    expect(wrong).toEqual([]);
  });

  it('are refused when their host is handed to the guard as written', async () => {
    const wrong: string[] = [];
    for (const { url } of cases) {
      const host = /^https?:\/*(?:[^@/]*@)?(\[[^\]]*\]|[^:/#?\\]*)/.exec(url)?.[1];
      if (host === undefined) continue;
      const found = await guardAddress({ host, port: 80 }, { allow: new Set(), resolve });
      if (!('refused' in found)) wrong.push(url);
    }
    expect(wrong).toEqual([]);
  });
});
