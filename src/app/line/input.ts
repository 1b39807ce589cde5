/** What a FILE, a URL or - on the command line holds: its bytes, bounded in size and time, or the sentence why not. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { addAbortSignal, type Readable } from 'node:stream';
import type { Refusal } from '../../core/refusal.ts';
import { maxTextBytes } from '../../core/text/decode.ts';
import { createHttp } from '../../net/http.ts';
import { systemResolve } from '../../net/resolve.ts';
import type { BareContext, CommandContext } from './command.ts';

/** Most bytes of an input that are used; the readers refuse more, so one byte more is handed to them. */
export const maxInputBytes = maxTextBytes;

export interface Input {
  /** At most `maxInputBytes` and one. */
  readonly bytes: Uint8Array;
  /** Media type as stated, or null. */
  readonly type: string | null;
}

export const isUrl = (named: string): boolean => /^https?:\/\//i.test(named);

/** null when the process was asked to stop. `accept` is what a server is asked for. */
export async function inputOf(context: BareContext, named: string, accept: string): Promise<Input | Refusal | null> {
  const { stdin, path, signal } = context;
  if (isUrl(named)) {
    const reply = await overHttp(context, named, accept);
    return signal.aborted ? null : reply;
  }
  try {
    const bytes =
      named === '-'
        ? await stdin(maxInputBytes + 1)
        : await headOf(createReadStream(path(named)), maxInputBytes + 1, signal);
    return { bytes, type: null };
  } catch (error) {
    return signal.aborted ? null : { refused: `${named} can’t be read: ${wordsOf(error)}.` };
  }
}

/** The first bytes of a stream, at most so many: a longer one is left, and an endless one ends. */
export async function headOf(stream: Readable, atMost: number, signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of addAbortSignal(signal, stream) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= atMost) break;
  }
  return Buffer.concat(chunks).subarray(0, atMost);
}

/** Through the address guard: private addresses only where the settings name the very host and port. */
async function overHttp(
  { reading, clock, signal }: BareContext,
  url: string,
  accept: string,
): Promise<Input | Refusal> {
  if (reading.config === null)
    return { refused: `${url} is not fetched, because the settings can’t be used. ./run config check shows them.` };
  const http = createHttp({ allow: new Set(reading.config.privateHosts ?? []), resolve: systemResolve, clock });
  try {
    const request = { via: 'http', method: 'GET', url, headers: { accept }, body: null } as const;
    const reply = await http.send(request, {}, { signal });
    if (reply.via === 'http' && reply.status >= 200 && reply.status < 300)
      return { bytes: reply.body, type: reply.headers['content-type'] ?? null };
    return { refused: `${url} can’t be read: ${reply.words}` };
  } finally {
    await http.close();
  }
}

function wordsOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'there is no such file; look at its name and at the folder you stand in';
  if (code === 'EISDIR') return 'it is a folder; name the files in it';
  if (code === 'EACCES') return 'this user may not read it';
  return String(code ?? error);
}

/** A file named on the command line, or standard input for `-`; null after saying why it can't be read. */
export async function readInput(context: CommandContext, file: string): Promise<Uint8Array | null> {
  try {
    return file === '-' ? await context.stdin() : await readFile(context.path(file));
  } catch (error) {
    context.stderr(`tocsin: ${file} can’t be read: ${(error as NodeJS.ErrnoException).code ?? error}.\n`);
    return null;
  }
}
