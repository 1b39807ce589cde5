/** The listening end: one HTTP server around a Web. */
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { second } from '../core/time/time.ts';
import type { Web } from './web.ts';

export interface Listening {
  readonly port: number;
  /** Answers what is under way, for at most `graceMs`, then cuts. */
  close(graceMs?: number): Promise<void>;
}

/** Values of the Host header by which a program on this machine calls a server on `port`. */
export function loopbackHosts(port: number): string[] {
  const names = ['127.0.0.1', 'localhost', '[::1]'];
  return [...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])];
}

/** Listens on `host` and `port` (0: any free one). Rejects with Node's error when it can't, such as EADDRINUSE. */
export function listen(web: Web, { host, port }: { host: string; port: number }): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: (request) => web.fetch(request),
    // body.ts runs off what is too much; cutting after half a second would lose our answer to a large upload.
    autoCleanupIncoming: false,
    overrideGlobalObjects: false,
    serverOptions: { headersTimeout: 20 * second, requestTimeout: 120 * second, keepAliveTimeout: 30 * second },
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve({
        port: (server.address() as AddressInfo).port,
        close: (graceMs = 5 * second) => closeWithin(server, graceMs),
      });
    });
  });
}

type ServerType = ReturnType<typeof createAdaptorServer>;

function closeWithin(server: ServerType, graceMs: number): Promise<void> {
  if (!('closeIdleConnections' in server)) throw new Error('an HTTP/1 server was made above');
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    // A connection becomes idle once its answer is out; it would then be kept alive for a next one.
    const sweep = setInterval(() => server.closeIdleConnections(), 20);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
  });
}
