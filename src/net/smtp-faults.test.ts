/** Relays that are absent, forbidden, silent or break off, and mails that try to be more than one. */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { HandClock } from '../../test/make.ts';
import { friendly, sampleMail as mail, type ScriptedRelay, scriptedRelay } from '../../test/scripted-relay.ts';
import { caseInfo, everyKind, hostileWords } from '../channels/contract-cases.ts';
import { mail as mailChannel } from '../channels/mail/channel.ts';
import { isRefusal } from '../core/refusal.ts';
import type { SmtpRequest } from '../core/request.ts';
import type { Address } from './guard.ts';
import { composeMail } from './mime.ts';
import { createSmtp, parseRelay, type Smtp, type SmtpSettings } from './smtp.ts';

const clock = new HandClock(0);
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function scripted(answer: Parameters<typeof scriptedRelay>[0]): Promise<ScriptedRelay> {
  const relay = await scriptedRelay(answer);
  closers.push(relay.close);
  return relay;
}

const toLoopback = async (): Promise<Address[]> => [{ address: '127.0.0.1', family: 4 }];

function client(port: number, over: Partial<SmtpSettings> = {}): Smtp {
  const relay = { host: '127.0.0.1', port, secure: false };
  const smtp = createSmtp({ relay, clock, allow: new Set([`127.0.0.1:${port}`]), resolve: toLoopback, ...over });
  closers.unshift(() => smtp.close());
  return smtp;
}

describe('a relay', () => {
  it('by script takes a mail', async () => {
    const { port, heard } = await scripted(friendly);
    expect(await client(port).send(mail())).toEqual({ via: 'smtp', code: 250, words: '250 fine' });
    expect(heard.filter((line) => /^(MAIL|RCPT)/.test(line))).toEqual([
      'MAIL FROM:<desk@desk.example>',
      'RCPT TO:<ana@people.example>',
    ]);
  });

  it.each(['(connected)', 'EHLO', 'MAIL', 'RCPT', 'DATA', '.'])('that breaks off at %s is a cut', async (at) => {
    const { port } = await scripted((line) => (line.startsWith(at) ? '' : friendly(line)));
    expect(await client(port).send(mail())).toMatchObject({ via: 'none', error: 'cut' });
  });

  it.each(['(connected)', 'EHLO', 'MAIL', 'RCPT', 'DATA', '.'])('that falls silent at %s is a timeout', async (at) => {
    const silent = Promise.withResolvers<void>();
    const { port } = await scripted((line) => {
      if (!line.startsWith(at)) return friendly(line);
      silent.resolve();
      return null;
    });
    const sent = client(port, { limits: { totalMs: 7000 } }).send(mail());
    await silent.promise;
    clock.advance(7000);
    expect(await sent).toMatchObject({ via: 'none', error: 'timeout' });
  });

  it('that talks without end is a cut', async () => {
    const { port } = await scripted((line) => (line === '(connected)' ? `220-${'x'.repeat(200_000)}` : friendly(line)));
    expect(await client(port).send(mail())).toMatchObject({ via: 'none', error: 'cut' });
  });

  it('that is silent holds up nobody longer than the limit, and later mails go out', async () => {
    let silence = true;
    const silent = Promise.withResolvers<void>();
    const { port } = await scripted((line) => {
      if (!silence || line !== '.') return friendly(line);
      silent.resolve();
      return null;
    });
    const smtp = client(port, { connections: 1, limits: { totalMs: 7000 } });
    const both = [smtp.send(mail()), smtp.send(mail())];
    await silent.promise;
    clock.advance(7000);
    expect(await Promise.all(both)).toMatchObject([{ error: 'timeout' }, { error: 'timeout' }]);
    silence = false;
    expect(await smtp.send(mail())).toMatchObject({ code: 250 });
  });

  it('that is not there says which kind of not there', async () => {
    const { port } = await scripted(friendly);
    await closers.pop()?.();
    expect(await client(port).send(mail())).toMatchObject({ error: 'unreachable' });
    const relay = { host: 'relay.example.org', port, secure: false };
    expect(await client(port, { relay, resolve: async () => [] }).send(mail())).toMatchObject({ error: 'name' });
  });

  it('inside is forbidden unless the configuration names it with its port', async () => {
    const { port, heard } = await scripted(friendly);
    expect(await client(port, { allow: new Set() }).send(mail())).toMatchObject({ via: 'none', error: 'forbidden' });
    expect(await client(port, { allow: new Set(['127.0.0.1:25']) }).check()).toMatchObject({ error: 'forbidden' });
    const relay = { host: 'relay.example.org', port, secure: false };
    expect(await client(port, { relay }).send(mail())).toMatchObject({ error: 'forbidden' });
    expect(heard).toEqual([]);
  });
});

describe('a mail that tries to be more', () => {
  it.each<[string, Partial<SmtpRequest>]>([
    ['two recipients', { to: 'ana@people.example, ben@people.example' }],
    ['a recipient with a name', { to: 'Ana <ana@people.example>' }],
    ['no recipient', { to: '' }],
    ['a command after the recipient', { to: 'ana@people.example>\r\nRCPT TO:<ben@people.example' }],
    ['two senders', { from: 'a@desk.example, b@desk.example' }],
    ['a header after the sender', { from: '"Desk\r\nBcc: ben@people.example" <desk@desk.example>' }],
    ['a header after the subject', { subject: 'Hello\r\nBcc: ben@people.example' }],
    ['a header after the Message-ID', { messageId: 'n-1@desk.example>\r\nBcc: <ben@people.example' }],
    ['a header inside a header', { headers: { 'X-A': 'b\nBcc: ben@people.example' } }],
    ['a header name with a break', { headers: { 'X-A\r\nBcc': 'ben@people.example' } }],
    ['a blind copy', { headers: { Bcc: 'ben@people.example' } }],
    ['a copy', { headers: { CC: 'ben@people.example' } }],
    ['another content', { headers: { 'Content-Type': 'text/html' } }],
  ])('is refused: %s', async (_, over) => {
    const { port, heard } = await scripted(friendly);
    const reply = await client(port).send(mail(over));
    expect(reply).toMatchObject({ via: 'none', error: 'forbidden' });
    expect(reply.words).not.toMatch(/ana@|ben@/);
    expect(heard).toEqual([]);
  });

  const known = new Set(
    'content-transfer-encoding content-type date from message-id mime-version subject to x-a'.split(' '),
  );

  it('never gets a second recipient or header out of any text', async () => {
    const wild = fc.string({
      unit: fc.constantFrom('a', '@', '.', '\r', '\n', ':', '<', '>', ',', '"', ' ', 'Bcc', '=', 'é', '\u2028'),
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(wild, wild, wild, wild, async (from, to, subject, value) => {
        const composed = await composeMail(
          mail({
            from: `${from}<desk@desk.example>`,
            to: `${to}@people.example`,
            subject,
            text: value,
            headers: { 'X-A': value },
          }),
          0,
        );
        if (isRefusal(composed)) return;
        expect(composed.envelope.from).toBe('desk@desk.example');
        expect(composed.envelope.to).not.toMatch(/[\s<>,;]/);
        const [head = ''] = composed.message.toString().split('\r\n\r\n');
        const names = head
          .split('\r\n')
          .filter((line) => !/^\s/.test(line))
          .map((line) => line.split(':')[0]?.toLowerCase());
        expect(new Set(names).size).toBe(names.length);
        expect(names.filter((name) => !known.has(name ?? ''))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('an address that may be entered', () => {
  const atext = fc.constantFrom(..."abzAZ019!#$%&'*+/=?^_`{|}~-.");
  const letter = fc.constantFrom(...'abz019-.éßمثا例①ⅷﬁ'.split(''));
  const addresses = fc
    .tuple(
      fc.string({ unit: atext, minLength: 1, maxLength: 20 }),
      fc.string({ unit: letter, minLength: 1, maxLength: 70 }),
    )
    .map(([local, domain]) => `${local}@${domain}`);

  it('can be sent to and from', async () => {
    const { port, heard } = await scripted(friendly);
    expect(await client(port).send(mail({ to: "o'brien@people.example" }))).toMatchObject({ code: 250 });
    expect(heard).toContain("RCPT TO:<o'brien@people.example>");
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(addresses, async (address) => {
        if (mailChannel.checkAddress(address) !== null) return;
        tried++;
        const local = address.slice(0, address.indexOf('@') + 1);
        const composed = await composeMail(mail({ to: address, from: `"Desk" <${address}>` }), 0);
        if (isRefusal(composed)) throw new Error(`${address}: ${composed.refused}`);
        for (const one of [composed.envelope.to, composed.envelope.from]) {
          expect(one.startsWith(local)).toBe(true);
          expect(one.slice(local.length)).toMatch(/^[\p{L}\p{N}.-]+$/u);
        }
      }),
      { numRuns: 500 },
    );
    expect(tried).toBeGreaterThan(50);
  });

  it('is the only one', async () => {
    for (const to of ['a..b@x.example', 'é@x.example', 'a@[127.0.0.1]', 'a@-x.example', `${'a'.repeat(65)}@x.example`])
      expect([mailChannel.checkAddress(to), await composeMail(mail({ to }), 0)]).toEqual([
        expect.any(String),
        expect.objectContaining({ refused: expect.any(String) }),
      ]);
  });
});

describe('the mails we write', () => {
  const desks = [...hostileWords, 'میز کمک\u200cرسان', '👩\u200d🚒 Desk', ''];
  it.each(desks.map((name) => [name.slice(0, 30), name]))(
    'are all one mail, whatever the words: %j',
    async (_, words) => {
      const info = caseInfo({
        event: words,
        headline: words,
        areas: caseInfo().areas.map((a) => ({ ...a, areaDesc: words })),
      });
      for (const envelope of everyKind('ana@people.example')) {
        const alert = envelope.alert && { ...envelope.alert, infos: [info] };
        const request = mailChannel.render({ ...envelope, alert, deskName: words }, { from: 'desk@desk.example' });
        if (request.via !== 'smtp') throw new Error('a mail goes by SMTP');
        expect(await composeMail(request, 0)).toMatchObject({
          envelope: { from: 'desk@desk.example', to: 'ana@people.example' },
        });
      }
    },
  );
});

describe('the URL of a relay', () => {
  it.each([
    ['smtp://relay.example.org', { host: 'relay.example.org', port: 587, secure: false }],
    ['smtp://Relay.Example.org:25/', { host: 'relay.example.org', port: 25, secure: false }],
    ['smtps://relay.example.org', { host: 'relay.example.org', port: 465, secure: true }],
    ['smtp://127.0.0.1:2525', { host: '127.0.0.1', port: 2525, secure: false }],
    ['smtp://[::1]:2525', { host: '::1', port: 2525, secure: false }],
    [
      'smtps://desk%40org:p%2Fw%25@relay.example.org:466',
      { host: 'relay.example.org', port: 466, secure: true, user: 'desk@org', password: 'p/w%' },
    ],
  ])('%s', (url, relay) => {
    expect(parseRelay(url)).toEqual(relay);
  });

  it.each([
    '',
    'relay.example.org',
    'http://relay.example.org',
    'smtp://',
    'smtp://relay.example.org/path',
    'smtp://relay.example.org?tls=no',
    'smtp://user@relay.example.org',
    'smtp://:pw@relay.example.org',
    'smtp://u:%zz@relay.example.org',
    'smtp://relay:99999',
  ])('refuses %j', (url) => {
    expect(parseRelay(url)).toHaveProperty('refused');
  });
});
