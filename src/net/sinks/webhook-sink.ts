/** A webhook receiver of this machine's own: it takes every call on 127.0.0.1 and passes none on. For replays. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Sink } from './mail-sink.ts';

export interface SunkCall {
  /** The whole address that was called. */
  readonly url: string;
  readonly body: string;
}

/** Larger calls are refused. */
const mostBytes = 1024 * 1024;

/** `keep` is waited for before the call is answered with 204; when it rejects, with 503, and the sender tries again. */
export function openWebhookSink(keep: (call: SunkCall) => Promise<void>): Promise<Sink> {
  const server = createServer((request, response) => {
    const take = async (): Promise<number> => {
      const body = await bodyOf(request);
      if (body === null) return 413;
      await keep({ url: `http://127.0.0.1:${portOf()}${request.url ?? '/'}`, body });
      return 204;
    };
    take().then(
      (status) => response.writeHead(status).end(),
      () => response.writeHead(503).end(),
    );
  });
  const portOf = (): number => (server.address() as AddressInfo).port;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      server.off('error', reject);
      resolve({ port: portOf(), close: () => closed(server) });
    });
  });
}

/** null when there is too much of it. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= mostBytes) chunks.push(chunk);
  }
  return size > mostBytes ? null : Buffer.concat(chunks).toString('utf8');
}

function closed(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
