/** Nothing leaves a replay: its net reaches the two sinks it has and nothing else, private or public, by name or by number. */
import { expect, test } from 'vitest';
import type { SmtpRequest } from '../../core/request.ts';
import { systemClock } from '../clock.ts';
import { replayNet } from './sinks.ts';

const post = (url: string) => ({ via: 'http', method: 'POST', url, headers: {}, body: '{}' }) as const;
const letter: SmtpRequest = {
  ...{ via: 'smtp', from: 'tocsin@replay.invalid', to: 'a@relief.example', subject: 's', text: 't', html: '<p>t</p>' },
  ...{ messageId: 'n-1.mail@replay.invalid', headers: {} },
};
const sinks = { mail: { port: 1, close: async () => {} }, webhook: { port: 2, close: async () => {} } };

test.each([
  'https://93.184.215.14/hook',
  'https://hooks.example.org/hook',
  'https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/hook',
  'http://127.0.0.1:3/hook',
  'http://localhost:2/hook',
  'http://[::1]:2/hook',
  'http://10.0.0.1:2/hook',
  'http://169.254.169.254/latest',
])('%s is out of reach', async (url) => {
  const net = replayNet(sinks, systemClock);
  const reply = await net.http.send(post(url));
  expect(reply).toMatchObject({ via: 'none', error: 'forbidden' });
  await net.http.close();
});

test('the sinks are in reach: nobody listens there, but the guard lets us knock', async () => {
  const net = replayNet(sinks, systemClock);
  expect(await net.http.send(post('http://127.0.0.1:2/x'))).toMatchObject({ via: 'none', error: 'unreachable' });
  expect(await net.smtp.send(letter)).toMatchObject({ via: 'none', error: 'unreachable' });
  await Promise.all([net.http.close(), net.smtp.close()]);
});

test('without sinks nothing is in reach at all', async () => {
  const net = replayNet(null, systemClock);
  expect(await net.http.send(post('http://127.0.0.1:2/x'))).toMatchObject({ via: 'none', error: 'forbidden' });
  expect(await net.smtp.send(letter)).toMatchObject({ via: 'none', error: 'not-configured' });
  await net.http.close();
});
