/** The desk's own end of the line: its routes behind a port of this machine. */
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import { type Listening, listen, loopbackHosts } from '../../../web/server.ts';
import { createWeb } from '../../../web/web.ts';
import type { Config } from '../../config.ts';
import type { DeskParts } from '../parts.ts';
import { webDeps } from './web-deps.ts';

export interface Answering extends Listening {
  /** Such as `http://127.0.0.1:8080`. */
  readonly url: string;
}

/** What stands in the way of listening is one sentence. */
export async function answer(parts: Omit<DeskParts, 'hosts'>): Promise<Answering | Refusal> {
  const { config } = parts;
  let { port } = config;
  const deps = webDeps({ ...parts, hosts: () => loopbackHosts(port) });
  const listening = await listen(createWeb(deps), { host: config.listen, port }).catch(
    (error: NodeJS.ErrnoException): Refusal => ({ refused: cannotListen(config, error) }),
  );
  if (isRefusal(listening)) return listening;
  port = listening.port;
  const host = config.listen.includes(':') ? `[${config.listen}]` : config.listen;
  return { ...listening, url: `http://${host}:${port}` };
}

function cannotListen({ listen: host, port }: Config, { code }: NodeJS.ErrnoException): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is in use by another program; choose another with --port or TOCSIN_PORT.`;
  if (code === 'EACCES')
    return `This user may not listen on port ${port}; choose one above 1023 with --port or TOCSIN_PORT.`;
  return `The desk can’t listen on ${host}, port ${port}: ${code}.`;
}
