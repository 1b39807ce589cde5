/** One connection to the mail relay, with nodemailer's protocol engine underneath and promises above. */
import { connect, isIP, type LookupFunction, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { ComposedMail } from './mime.ts';
import { isLoopback, type SmtpRelay } from './relay.ts';

export interface Line {
  /** The relay's final reply after DATA. Rejects with the relay's own "no" or with what cut the line. */
  send(mail: ComposedMail, envelopeId: string): Promise<string>;
  /** Rejects when the line is dead. */
  reset(): Promise<void>;
  isOpen(): boolean;
  /** Ends politely, or at once. */
  end(how: 'quit' | 'cut'): void;
}

export interface LineSettings {
  readonly relay: SmtpRelay;
  /** Goes to the guarded addresses only. */
  readonly lookup: LookupFunction;
  /** Longest silence, in ms: up to the end of a mail, and after its final dot. */
  readonly silenceMs: number;
  readonly finalMs: number;
  readonly ehloName: string | null;
}

/** Connects, greets, takes STARTTLS when offered, logs in. `onSocket` hands out the socket so that the caller can cut it. */
export async function openLine(settings: LineSettings, onSocket: (socket: Socket) => void): Promise<Line> {
  const { relay, silenceMs, ehloName } = settings;
  const loopback = isLoopback(relay.host);
  const socket = await plainSocket(settings, onSocket);
  const connection = new SMTPConnection({
    connection: socket,
    host: relay.host,
    port: relay.port,
    secure: relay.secure,
    // Credentials and a stranger's network: only under TLS with a valid certificate.
    requireTLS: relay.user !== undefined && !loopback,
    tls: { rejectUnauthorized: !loopback, ...(isIP(relay.host) === 0 ? { servername: relay.host } : {}) },
    name: ehloName ?? undefined,
    connectionTimeout: silenceMs,
    greetingTimeout: silenceMs,
    socketTimeout: silenceMs,
    socketCloseTimeout: 0,
    maxResponseSize: 64 * 1024,
  });
  // Errors after the handshake come through the callbacks; without a listener an idle line that breaks would end the process.
  connection.on('error', () => {});
  try {
    await asPromise((done) => {
      connection.once('error', done);
      connection.connect((error) => done(error ?? null));
    });
    if (relay.user !== undefined)
      await asPromise((done) => connection.login({ user: relay.user, pass: relay.password }, (error) => done(error)));
    return lineOver(connection, socket, settings);
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

function plainSocket({ relay, lookup }: LineSettings, onSocket: (socket: Socket) => void): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: relay.host, port: relay.port, lookup, autoSelectFamily: true });
    onSocket(socket);
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('The connection was closed before it was made.')));
    socket.once('connect', () => {
      socket.removeListener('error', reject);
      resolve(socket);
    });
  });
}

function lineOver(connection: SMTPConnection, socket: Socket, { silenceMs, finalMs }: LineSettings): Line {
  // Under TLS the engine's socket is another one than ours.
  const allowSilence = (ms: number): void => {
    if (connection._socket) connection._socket.setTimeout(ms);
  };
  return {
    send: ({ envelope, message }, envelopeId) =>
      new Promise((resolve, reject) => {
        // A bounce names this id, whatever it makes of the headers (RFC 3461); the body never comes back.
        const dsn = { ret: 'HDRS', envid: envelopeId, notify: ['FAILURE', 'DELAY'] };
        const source = Readable.from([message], { objectMode: false });
        source.once('end', () => allowSilence(finalMs)); // the final dot follows at once
        connection.send({ ...envelope, size: message.length, dsn }, source, (error, info) => {
          if (error) return reject(error);
          allowSilence(silenceMs);
          resolve(info?.response ?? '');
        });
      }),
    reset: () => asPromise((done) => connection.reset((error) => done(error))),
    isOpen: () => !connection.destroyed && !socket.destroyed,
    end(how) {
      if (how === 'quit' && !connection.destroyed) connection.quit();
      else connection.close();
      if (how === 'cut') socket.destroy();
    },
  };
}

const asPromise = (start: (done: (error: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    start((error) => (error ? reject(error) : resolve()));
  });
