/** The sinks of a replay: what is sent to them is kept before it is answered, and only this machine can reach them. */
import { afterEach, describe, expect, test } from 'vitest';
import type { SmtpRequest } from '../../core/request.ts';
import type { Clock } from '../../core/time/time.ts';
import { createHttp } from '../http.ts';
import { createSmtp } from '../smtp.ts';
import { openMailSink, type Sink, type SunkMail } from './mail-sink.ts';
import { openWebhookSink, type SunkCall } from './webhook-sink.ts';

const clock: Clock = {
  now: () => Date.UTC(2021, 7, 26, 7, 30),
  wait: (_, signal) => new Promise((resolve) => signal?.addEventListener('abort', () => resolve())),
};
const open: Sink[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((sink) => sink.close()));
});

const rules = (port: number) => ({
  allow: new Set([`127.0.0.1:${port}`]),
  closed: true,
  resolve: async () => [],
  clock,
});

const letter = (to: string, text = 'Leave now.'): SmtpRequest => ({
  ...{ via: 'smtp', from: '"Desk" <desk@replay.invalid>', to, subject: 'DRILL.', text, html: '<p>t</p>' },
  ...{ messageId: 'n-1.mail@replay.invalid', headers: {} },
});

describe('the mail sink', () => {
  const sending = async (keep: (mail: SunkMail) => Promise<void>) => {
    const sink = await openMailSink(keep);
    open.push(sink);
    return createSmtp({
      ...rules(sink.port),
      relay: { host: '127.0.0.1', port: sink.port, secure: false },
      ehloName: 'x.invalid',
    });
  };

  test('keeps a letter before it says that it took it', async () => {
    const kept: SunkMail[] = [];
    const smtp = await sending(async (mail) => void kept.push(mail));
    const reply = await smtp.send(letter('team-1a@relief.example'));
    expect(reply).toMatchObject({ via: 'smtp', code: 250 });
    expect(kept.map(({ to }) => to)).toEqual(['team-1a@relief.example']);
    expect(new TextDecoder().decode(kept[0]?.raw)).toMatch(/^Subject: DRILL\.\r$/m);
    await smtp.close();
  });

  test('asks for another try when a letter can’t be kept, and refuses one that is too large', async () => {
    const smtp = await sending(async () => {
      throw new Error('the disk is full');
    });
    expect(await smtp.send(letter('a@relief.example'))).toMatchObject({ via: 'smtp', code: 451 });
    expect(await smtp.send(letter('a@relief.example', 'x'.repeat(2 ** 21)))).toMatchObject({ error: 'too-large' });
    await smtp.close();
  });
});

describe('the webhook sink', () => {
  const calling = async (keep: (call: SunkCall) => Promise<void>) => {
    const sink = await openWebhookSink(keep);
    open.push(sink);
    const http = createHttp(rules(sink.port));
    const url = `http://127.0.0.1:${sink.port}/driver-2?a=1`;
    const call = (body: string) => http.send({ via: 'http', method: 'POST', url, headers: {}, body });
    return { http, url, call };
  };

  test('keeps a call with the address it came to', async () => {
    const kept: SunkCall[] = [];
    const { http, url, call } = await calling(async (one) => void kept.push(one));
    expect(await call('{"a":"ä"}')).toMatchObject({ via: 'http', status: 204 });
    expect(kept).toEqual([{ url, body: '{"a":"ä"}' }]);
    await http.close();
  });

  test('asks for another try when a call can’t be kept, and refuses one that is too large', async () => {
    const { http, call } = await calling(async () => {
      throw new Error('the disk is full');
    });
    expect(await call('x')).toMatchObject({ via: 'http', status: 503 });
    expect(await call('x'.repeat(2 ** 21))).toMatchObject({ via: 'http', status: 413 });
    await http.close();
  });
});
