/** How long the relay is waited for: for a free line, before the final dot and after it. */
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { HandClock } from '../../test/make.ts';
import { friendly, sampleMail as mail, type ScriptedRelay, scriptedRelay } from '../../test/scripted-relay.ts';
import type { Address } from './guard.ts';
import { createSmtp, type Smtp, type SmtpSettings, smtpLimits } from './smtp.ts';

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
  it('may think for long after the final dot, but not before it', async () => {
    const thinking = Promise.withResolvers<void>();
    const dot: Socket[] = [];
    const { port } = await scripted((line, socket) => {
      if (line === '.') {
        dot.push(socket);
        thinking.resolve();
        return null;
      }
      return line === 'RCPT TO:<ben@people.example>' ? null : friendly(line);
    });
    const smtp = client(port, { limits: { silenceMs: 100 } });
    const slow = smtp.send(mail());
    await thinking.promise;
    // A silence that begins later and lasts too long before the dot is the proof that the first one was longer.
    expect(await smtp.send(mail({ to: 'ben@people.example' }))).toMatchObject({ via: 'none', error: 'timeout' });
    for (const socket of dot) socket.write('250 taken\r\n');
    expect(await slow).toMatchObject({ code: 250, words: '250 taken' });
    // The line is a common one again: short patience.
    expect(await smtp.send(mail({ to: 'ben@people.example' }))).toMatchObject({ via: 'none', error: 'timeout' });
  });

  it('that never answers the final dot is a timeout', async () => {
    const { port } = await scripted((line) => (line === '.' ? null : friendly(line)));
    expect(await client(port, { limits: { finalMs: 50 } }).send(mail())).toMatchObject({ error: 'timeout' });
  });

  it('whose lines are all busy is not waited for longer than its limit, and what is under way goes on', async () => {
    const thinking = Promise.withResolvers<void>();
    const dot: Socket[] = [];
    const { port } = await scripted((line, socket) => {
      if (line !== '.' || dot.length > 0) return friendly(line);
      dot.push(socket);
      thinking.resolve();
      return null;
    });
    const smtp = client(port, { connections: 1 });
    const slow = smtp.send(mail());
    await thinking.promise;
    const waiting = smtp.send(mail({ to: 'ben@people.example' }));
    // Whether it waits yet can't be seen from outside: the hand is turned until it has been told.
    let told: unknown = null;
    void waiting.then((reply) => {
      told = reply;
    });
    await vi.waitUntil(() => {
      if (told === null) clock.advance(smtpLimits.waitMs / 10);
      return told !== null;
    });
    expect(told).toEqual({
      via: 'none',
      error: 'timeout',
      words: 'All lines to the relay (1) were busy for 60 s.',
    });
    dot[0]?.write('250 taken\r\n');
    expect(await slow).toMatchObject({ code: 250 });
    expect(await smtp.send(mail())).toMatchObject({ code: 250 });
  });

  it('is given ten minutes after the final dot, and the whole send eleven', () => {
    expect(smtpLimits).toEqual({ totalMs: 660_000, waitMs: 60_000, silenceMs: 50_000, finalMs: 600_000 });
  });
});
