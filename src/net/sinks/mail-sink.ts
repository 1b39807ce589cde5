/** A mail server of this machine's own: it takes every letter on 127.0.0.1 and passes none on. For replays. */
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface Sink {
  /** On 127.0.0.1. */
  readonly port: number;
  close(): Promise<void>;
}

/** One letter to one recipient, as it came over the line. */
export interface SunkMail {
  readonly to: string;
  readonly raw: Uint8Array;
}

/** Larger letters are refused. */
const mostBytes = 1024 * 1024;
/** How long what is under way may take when the sink closes. */
const closeWithinMs = 1000;

/** `keep` is waited for before the letter counts as taken; when it rejects, the sender is asked to try again. */
export function openMailSink(keep: (mail: SunkMail) => Promise<void>): Promise<Sink> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    // Looking up the client's name would be a question to the outside.
    disableReverseLookup: true,
    logger: false,
    size: mostBytes,
    closeTimeout: closeWithinMs,
    onData(stream, session, done) {
      const take = async (): Promise<void> => {
        const raw = await buffer(stream);
        if (stream.sizeExceeded) throw answer(552, 'The letter is too large.');
        for (const { address } of session.envelope.rcptTo) await keep({ to: address, raw: new Uint8Array(raw) });
      };
      take().then(
        () => done(null, 'Kept here; nobody else gets it.'),
        (error: Error) => done('responseCode' in error ? error : answer(451, 'The letter could not be kept.')),
      );
    },
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const listening = server.listen(0, '127.0.0.1', () => {
      server.off('error', reject);
      // A line that breaks concerns only who was on it, and that one tries again.
      server.on('error', () => {});
      const { port } = listening.address() as AddressInfo;
      resolve({ port, close: () => new Promise((closed) => server.close(() => closed())) });
    });
  });
}

const answer = (responseCode: number, words: string): Error => Object.assign(new Error(words), { responseCode });
