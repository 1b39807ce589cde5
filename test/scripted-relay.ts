/** A relay by script, for what no proper one does: silence, breaking off, answers at the wrong time. */
import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { SmtpRequest } from '../src/core/request.ts';

export interface ScriptedRelay {
  readonly port: number;
  readonly heard: string[];
  close(): Promise<void>;
}

/** What it says to each line it hears; null is silence, '' breaks off. */
export async function scriptedRelay(answer: (line: string, socket: Socket) => string | null): Promise<ScriptedRelay> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    const say = (line: string): void => {
      const words = answer(line, socket);
      if (words === '') socket.destroy();
      else if (words !== null) socket.write(`${words}\r\n`);
    };
    say('(connected)');
    let rest = '';
    socket.on('data', (chunk) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        heard.push(line);
        if (/^(EHLO|HELO|MAIL|RCPT|DATA|RSET|QUIT|\.$)/.test(line)) say(line);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  return { port: (server.address() as AddressInfo).port, heard, close };
}

/** Says yes to everything. */
export const friendly = (line: string): string =>
  line === '(connected)'
    ? '220 hello'
    : line === 'DATA'
      ? '354 go on'
      : line.startsWith('QUIT')
        ? '221 bye'
        : '250 fine';

export const sampleMail = (over: Partial<SmtpRequest> = {}): SmtpRequest => ({
  via: 'smtp',
  from: 'desk@desk.example',
  to: 'ana@people.example',
  subject: 'Leave now',
  text: 'Leave now.',
  html: null,
  messageId: 'n-1.mail@desk.example',
  headers: {},
  ...over,
});
