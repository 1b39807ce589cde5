/** The listening end over real sockets: large bodies, connections that stay usable, an orderly end. */
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type FakeDesk, fakeDesk, token } from '../../test/pages/desk.ts';
import type { WebDeps } from './deps.ts';
import { type Listening, listen, loopbackHosts } from './server.ts';
import { createWeb } from './web.ts';

const open: Listening[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close(0)));
});

async function serve(more: Partial<WebDeps> = {}): Promise<{ port: number; deps: FakeDesk; listening: Listening }> {
  let port = 0;
  const deps = fakeDesk({ hosts: () => loopbackHosts(port), ...more });
  const listening = await listen(createWeb(deps), { host: '127.0.0.1', port: 0 });
  open.push(listening);
  port = listening.port;
  return { port, deps, listening };
}

interface Sent {
  readonly status: number;
  readonly body: string;
  readonly reused: boolean;
}

/** Sends a body in chunks, without a stated length. */
const send = (port: number, agent: Agent, path: string, size: number): Promise<Sent> =>
  new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}` };
    const call = request({ port, host: '127.0.0.1', path, method: 'POST', agent, headers }, (answer) => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (piece: string) => {
        body += piece;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body, reused: call.reusedSocket }));
    });
    call.on('error', reject);
    const piece = Buffer.alloc(1024 * 1024, 65);
    let left = size;
    const more = (): void => {
      while (left > 0) {
        const length = Math.min(left, piece.length);
        left -= length;
        if (!call.write(piece.subarray(0, length)) && left > 0) {
          call.once('drain', more);
          return;
        }
      }
      call.end();
    };
    more();
  });

const reports = '/api/v1/reports?source=cap-file';
const megabyte = 1024 * 1024;

describe('a body of 50 MB', () => {
  test('in chunks is refused in words, and the same connection goes on', async () => {
    const { port, deps } = await serve();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const large = await send(port, agent, reports, 50 * megabyte);
    expect([large.status, large.body.includes('report.too-large')]).toEqual([413, true]);
    expect(deps.done).toEqual([]);
    const small = await send(port, agent, reports, 100);
    expect([small.status, small.reused]).toEqual([201, true]);
    agent.destroy();
  });

  test('with its length stated is refused before it is here, and the same connection goes on', async () => {
    const { port, deps } = await serve();
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    const hears = (words: string): Promise<void> =>
      new Promise((resolve) => {
        socket.on('data', () => heard.includes(words) && resolve());
      });
    socket.on('data', (bytes) => {
      heard += bytes.toString();
    });
    const head = `host: 127.0.0.1:${port}\r\nauthorization: Bearer ${token}\r\n`;
    const refused = hears('report.too-large');
    socket.write(`POST ${reports} HTTP/1.1\r\n${head}content-length: ${50 * megabyte}\r\n\r\nfirst`);
    await refused;
    expect(heard).toMatch(/^HTTP\/1.1 413 /);
    const well = hears('{"alive":true}');
    socket.write(Buffer.alloc(50 * megabyte - 'first'.length, 65));
    socket.write(`GET /healthz HTTP/1.1\r\n${head}\r\n`);
    await well;
    expect(deps.done).toEqual([]);
    socket.destroy();
  });

  test('of 16 MiB is taken whole', async () => {
    const { port, deps } = await serve();
    const agent = new Agent();
    expect((await send(port, agent, reports, 16 * megabyte)).status).toBe(201);
    expect(deps.done).toEqual([`receive cap-file ${16 * megabyte} asha`]);
    agent.destroy();
  });
});

test('an upload that breaks off keeps nothing, and the desk goes on', async () => {
  const { port, deps } = await serve();
  await new Promise<void>((resolve) => {
    const call = request({
      port,
      host: '127.0.0.1',
      path: reports,
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-length': 1000 },
    });
    call.on('error', () => resolve());
    call.write('half', () => call.destroy());
  });
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  expect(deps.done.filter((one) => one.startsWith('receive'))).toEqual([]);
});

test('closing lets an answer under way be finished', async () => {
  let answer = (): void => {};
  const asked = new Promise<void>((seen) => {
    answer = seen;
  });
  let release = (): void => {};
  const held = new Promise<void>((go) => {
    release = go;
  });
  const ready = async () => {
    answer();
    await held;
    return [{ name: 'store', ok: true, why: '' }];
  };
  const { port, listening } = await serve({ ready });
  const reply = fetch(`http://127.0.0.1:${port}/readyz`);
  await asked;
  const closed = listening.close();
  release();
  expect((await reply).status).toBe(200);
  await closed;
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
});

test('a port in use is an error, not a second desk', async () => {
  const { port } = await serve();
  await expect(listen(createWeb(fakeDesk()), { host: '127.0.0.1', port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

test('loopback names come with their port, and without it on port 80', () => {
  expect(loopbackHosts(8080)).toEqual(['127.0.0.1:8080', 'localhost:8080', '[::1]:8080']);
  expect(loopbackHosts(80)).toContain('localhost');
});
