import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { selfSigned } from '../../test/certificate.ts';
import { HandClock } from '../../test/make.ts';
import type { SmtpRequest } from '../core/request.ts';
import type { Address } from './guard.ts';
import { createSmtp, type Smtp, type SmtpRelay, type SmtpSettings } from './smtp.ts';

const clock = new HandClock(Date.UTC(2026, 2, 2, 7));
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

interface Taken {
  readonly from: string;
  readonly to: string[];
  readonly raw: string;
  readonly session: SMTPServerSession;
}

interface Relay {
  readonly port: number;
  readonly taken: Taken[];
  /** Most connections that were open at once, and how many there were in all. */
  readonly lines: { most: number; all: number };
  readonly server: SMTPServer;
}

async function relay(options: SMTPServerOptions = {}): Promise<Relay> {
  const taken: Taken[] = [];
  const lines = { most: 0, all: 0, open: 0 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: options.key ? [] : ['STARTTLS'],
    onConnect(_session, done) {
      lines.all++;
      lines.most = Math.max(lines.most, ++lines.open);
      done();
    },
    onClose() {
      lines.open--;
    },
    onData(stream, session, done) {
      let raw = '';
      stream.on('data', (chunk) => {
        raw += chunk;
      });
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        taken.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map((r) => r.address), raw, session });
        done(null, 'queued as 1');
      });
    },
    ...options,
  });
  server.on('error', () => {}); // a client that breaks off is part of these tests
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  closers.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { port: (server.server.address() as AddressInfo).port, taken, lines, server };
}

const toLoopback = async (): Promise<Address[]> => [{ address: '127.0.0.1', family: 4 }];

function client(port: number, over: Partial<SmtpRelay> = {}, settings: Partial<SmtpSettings> = {}): Smtp {
  const to = { host: '127.0.0.1', port, secure: false, ...over };
  const allow = new Set([`${to.host}:${port}`]);
  const smtp = createSmtp({ relay: to, clock, allow, resolve: toLoopback, ...settings });
  closers.unshift(() => smtp.close());
  return smtp;
}

const mail = (over: Partial<SmtpRequest> = {}): SmtpRequest => ({
  via: 'smtp',
  from: '"Relief desk" <desk@desk.example>',
  to: 'ana@people.example',
  subject: 'Überschwemmung: leave now',
  text: 'Leave now: Sample river.\n',
  html: '<p>Leave now: Sample river.</p>',
  messageId: 'n-1.mail@desk.example',
  headers: { 'Auto-Submitted': 'auto-generated' },
  ...over,
});

describe('a mail', () => {
  it('reaches the relay whole, for one recipient, and the final word comes back', async () => {
    const { port, taken } = await relay();
    expect(await client(port).send(mail())).toEqual({ via: 'smtp', code: 250, words: '250 queued as 1' });
    expect(taken).toMatchObject([{ from: 'desk@desk.example', to: ['ana@people.example'] }]);
    const raw = taken[0]?.raw ?? '';
    expect(raw).toMatch(/^Message-ID: <n-1\.mail@desk\.example>\r$/m);
    expect(raw).toMatch(/^From: "?Relief desk"? <desk@desk\.example>\r$/m);
    expect(raw).toMatch(/^To: ana@people\.example\r$/m);
    expect(raw).toMatch(/^Subject: =\?UTF-8\?Q\?=C3=9Cberschwemmung/m);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(raw).toMatch(/^Date: Mon, 02 Mar 2026 07:00:00 \+0000\r$/m);
    expect(raw).toMatch(/^Content-Type: multipart\/alternative;/m);
    expect(raw.match(/^Content-Type: text\/(plain|html); charset=utf-8\r$/gm)).toHaveLength(2);
    expect(raw).not.toMatch(/attachment|nodemailer/i);
  });

  it('is the same bytes each time it is tried', async () => {
    const { port, taken } = await relay();
    const smtp = client(port);
    await smtp.send(mail());
    await smtp.send(mail());
    expect(taken[1]?.raw).toBe(taken[0]?.raw);
  });

  it('whose time has run out is not sent, and the line serves the next', async () => {
    const { port, taken, lines } = await relay();
    const smtp = client(port);
    expect(await smtp.send(mail(), { notAfter: clock.now() })).toMatchObject({ via: 'none', error: 'expired' });
    expect(await smtp.send(mail(), { notAfter: clock.now() + 1 })).toMatchObject({ code: 250 });
    expect([taken.length, lines.all]).toEqual([1, 1]);
  });
});

describe('a "no"', () => {
  const no = (code: number): Error & { responseCode: number } =>
    Object.assign(new Error('4.0.0 no <ana@people.example>'), { responseCode: code });

  it.each([421, 450, 451, 452, 550, 552, 554])('to the mail comes back as it came: %i', async (code) => {
    const { port } = await relay({
      onData(stream, _session, done) {
        stream.on('end', () => done(no(code)));
        stream.resume();
      },
    });
    expect(await client(port).send(mail())).toEqual({ via: 'smtp', code, words: `${code} 4.0.0 no <…>` });
  });

  it.each([450, 550, 553])('to the recipient comes back as it came: %i', async (code) => {
    const { port } = await relay({ onRcptTo: (_address, _session, done) => done(no(code)) });
    expect(await client(port).send(mail())).toMatchObject({ via: 'smtp', code });
  });

  it.each<[string, SMTPServerOptions]>([
    ['its connection', { onConnect: (_session, done) => done(no(554)) }],
    ['its sender', { onMailFrom: (_address, _session, done) => done(no(550)) }],
    ['its login', { onAuth: (_auth, _session, done) => done(no(535)) }],
  ])('to the desk itself (%s) says nothing about the recipient', async (_, options) => {
    const { port } = await relay(options);
    const smtp = client(port, { user: 'desk', password: 'wrong password' });
    const reply = await smtp.send(mail());
    expect(reply).toMatchObject({ via: 'none', error: 'not-configured' });
    expect(reply.words).not.toMatch(/ana@|wrong password/);
  });

  it('for now, to the desk itself, is a "not now"', async () => {
    const { port } = await relay({ onConnect: (_session, done) => done(no(421)) });
    expect(await client(port).send(mail())).toMatchObject({ via: 'smtp', code: 421 });
  });

  it('does not spoil the next mail', async () => {
    let asked = 0;
    const { port, taken } = await relay({
      onRcptTo: (_address, _session, done) => done(asked++ === 0 ? no(550) : null),
    });
    const smtp = client(port, {}, { connections: 1 });
    expect(await smtp.send(mail())).toMatchObject({ code: 550 });
    expect(await smtp.send(mail({ to: 'ben@people.example' }))).toMatchObject({ code: 250 });
    expect(taken.map(({ to }) => to)).toEqual([['ben@people.example']]);
  });
});

describe('lines', () => {
  it('are few, and each is used again', async () => {
    const { port, taken, lines } = await relay();
    const smtp = client(port, {}, { connections: 3 });
    const all = Array.from({ length: 40 }, (_, i) =>
      mail({ to: `p${i}@people.example`, messageId: `n-${i}@desk.example` }),
    );
    const replies = await Promise.all(all.map((one) => smtp.send(one)));
    expect(new Set(replies.map((reply) => (reply.via === 'smtp' ? reply.code : reply.words)))).toEqual(new Set([250]));
    expect(taken.map(({ to }) => to.join()).sort()).toEqual(all.map(({ to }) => to).sort());
    expect(lines.most).toBeLessThanOrEqual(3);
    expect(lines.all).toBeLessThanOrEqual(3);
  });

  it('that the relay dropped meanwhile are noticed before a mail is trusted to them', async () => {
    const { port, taken, server } = await relay();
    const smtp = client(port);
    await smtp.send(mail());
    for (const connection of server.connections) connection.close();
    clock.advance(10_000);
    expect(await smtp.send(mail({ to: 'ben@people.example' }))).toMatchObject({ code: 250 });
    expect(taken).toHaveLength(2);
  });

  it('end when the desk closes, and nothing is sent after', async () => {
    const { port, taken } = await relay();
    const smtp = client(port);
    await smtp.send(mail());
    await smtp.close();
    expect(await smtp.send(mail())).toMatchObject({ via: 'none', error: 'cut' });
    expect(taken).toHaveLength(1);
  });
});

describe('a check', () => {
  it('says whether the relay lets us in, and sends nothing', async () => {
    const { port, taken } = await relay({
      onAuth: ({ password }, _session, done) => done(null, password === 'right' ? { user: 'desk' } : {}),
    });
    expect(await client(port).check()).toMatchObject({ via: 'smtp', code: 250 });
    expect(await client(port, { user: 'desk', password: 'right' }).check()).toMatchObject({ code: 250 });
    expect(await client(port, { user: 'desk', password: 'wrong' }).check()).toMatchObject({ error: 'not-configured' });
    expect(taken).toEqual([]);
  });

  it('without a relay says so', async () => {
    const smtp = createSmtp({ relay: null, clock, allow: new Set(), resolve: toLoopback });
    expect(await smtp.check()).toMatchObject({ via: 'none', error: 'not-configured' });
    expect(await smtp.send(mail())).toMatchObject({ via: 'none', error: 'not-configured' });
  });
});

describe('TLS', () => {
  const ours = selfSigned('relay.example.org');
  const before = getCACertificates('default');
  beforeEach(() => setDefaultCACertificates([...before, ours.cert]));
  afterEach(() => setDefaultCACertificates(before));
  const login: SMTPServerOptions = { onAuth: ({ username }, _session, done) => done(null, { user: username ?? '' }) };
  const credentials = { user: 'desk', password: 'right' };

  it('is taken when offered, and from the start by smtps', async () => {
    const { port, taken } = await relay({ ...ours, ...login });
    expect(await client(port, { host: 'relay.example.org', ...credentials }).send(mail())).toMatchObject({ code: 250 });
    const direct = await relay({ ...ours, ...login, secure: true });
    const smtps = client(direct.port, { host: 'relay.example.org', secure: true, ...credentials });
    expect(await smtps.send(mail())).toMatchObject({ code: 250 });
    for (const one of [...taken, ...direct.taken]) expect(one.session).toMatchObject({ secure: true, user: 'desk' });
    expect(taken.length + direct.taken.length).toBe(2);
  });

  it.each([
    ['nobody vouches for', selfSigned('relay.example.org')],
    ['names another host', selfSigned('other.example.org')],
  ])('with a certificate that %s sends nothing', async (_, theirs) => {
    const { port, taken } = await relay({ ...theirs });
    expect(await client(port, { host: 'relay.example.org' }).send(mail())).toMatchObject({ via: 'none', error: 'tls' });
    expect(taken).toEqual([]);
  });

  it('is needed for credentials, unless the relay is this machine', async () => {
    let logins = 0;
    const counting: SMTPServerOptions = { onAuth: (_auth, _session, done) => done(null, { user: `${++logins}` }) };
    const { port, taken } = await relay(counting);
    const far = client(port, { host: 'relay.example.org', ...credentials });
    expect(await far.send(mail())).toMatchObject({ via: 'none', error: 'not-configured' });
    expect([taken.length, logins]).toEqual([0, 0]);
    expect(await client(port, { host: 'localhost', ...credentials }).send(mail())).toMatchObject({ code: 250 });
    expect([taken.length, logins]).toEqual([1, 1]);
  });

  it('on this machine may have a certificate of its own', async () => {
    const { port, taken } = await relay({ ...selfSigned('this-machine') });
    expect(await client(port, { host: 'localhost' }).send(mail())).toMatchObject({ code: 250 });
    expect(taken[0]?.session.secure).toBe(true);
  });
});
