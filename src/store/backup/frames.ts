/**
 * The form of a backup. Outside: the magic line, one gzip stream, and a closing line with the SHA-256 of every byte before
 * it. Inside the gzip stream: frames, each one letter, a length of four bytes (big-endian) and that many bytes.
 *   H  header, JSON            once, first
 *   T  a table begins, JSON    {table}
 *   D  its rows                any piece of PostgreSQL's COPY text format, rows may be cut anywhere
 *   E  the table ends, JSON    {rows}
 *   Z  the end, JSON           {tables, rows, bytes}   once, last
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';

export const magic = Buffer.from('TOCSIN-BACKUP 1\n');
const closingWord = '\nTOCSIN-END ';
/** Length of the closing line: the word, 64 hex digits and a line feed. */
export const closingLength = Buffer.byteLength(closingWord) + 64 + 1;

const tableColumns = z.object({ table: z.string(), columns: z.array(z.string()) });
const headerShape = z.object({
  /** ISO 8601 in UTC. */
  createdAt: z.string(),
  /** Ids of the schema's migrations, in order. */
  migrations: z.array(z.string()),
  /** Fingerprint of the master key that sealed the rows; null when the store was never opened with one. */
  key: z.string().nullable(),
  tables: z.array(tableColumns),
});
/** `bytes` is of COPY text, before compression. */
const totalsShape = z.object({ tables: z.number(), rows: z.number(), bytes: z.number() });

export type TableColumns = z.infer<typeof tableColumns>;
export type Header = z.infer<typeof headerShape>;
export type Totals = z.infer<typeof totalsShape>;

export type Frame =
  | { readonly kind: 'header'; readonly header: Header }
  | { readonly kind: 'table'; readonly table: string }
  | { readonly kind: 'data'; readonly data: Buffer }
  | { readonly kind: 'tableEnd'; readonly rows: number }
  | { readonly kind: 'end'; readonly totals: Totals };

/** Why a file is no whole backup; becomes a Refusal where reading began. */
export class BrokenBackup extends Error {}

const letters = { header: 'H', table: 'T', data: 'D', tableEnd: 'E', end: 'Z' } as const;
const prefixLength = 5;
/** Longer ones are never written, so whatever a file claims, no more than this is kept in memory. */
const longestFrame = 2 ** 20;

/** The bytes of a frame; data of any length is cut into several. */
export function* encode(frame: Frame): Generator<Buffer> {
  const payload = payloadOf(frame);
  for (let start = 0; start === 0 || start < payload.length; start += longestFrame) {
    const piece = payload.subarray(start, start + longestFrame);
    const prefix = Buffer.alloc(prefixLength);
    prefix.write(letters[frame.kind], 'latin1');
    prefix.writeUInt32BE(piece.length, 1);
    yield prefix;
    yield piece;
  }
}

function payloadOf(frame: Frame): Buffer {
  switch (frame.kind) {
    case 'data':
      return frame.data;
    case 'header':
      return Buffer.from(JSON.stringify(frame.header));
    case 'end':
      return Buffer.from(JSON.stringify(frame.totals));
    case 'table':
      return Buffer.from(JSON.stringify({ table: frame.table }));
    case 'tableEnd':
      return Buffer.from(JSON.stringify({ rows: frame.rows }));
  }
}

function frameOf(letter: string, payload: Buffer): Frame {
  const read = <T>(shape: z.ZodType<T>): T => shape.parse(JSON.parse(payload.toString('utf8')));
  switch (letter) {
    case letters.data:
      return { kind: 'data', data: payload };
    case letters.header:
      return { kind: 'header', header: read(headerShape) };
    case letters.table:
      return { kind: 'table', ...read(tableColumns.pick({ table: true })) };
    case letters.tableEnd:
      return { kind: 'tableEnd', ...read(totalsShape.pick({ rows: true })) };
    case letters.end:
      return { kind: 'end', totals: read(totalsShape) };
    default:
      throw new BrokenBackup('it has a part of an unknown kind');
  }
}

/** Cuts a stream of bytes into frames. Throws BrokenBackup, SyntaxError for JSON that is none, ZodError for other JSON. */
export async function* decode(chunks: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let pending: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    while (pending.length >= prefixLength) {
      const length = pending.readUInt32BE(1);
      if (length > longestFrame) throw new BrokenBackup('it has a part that is too long');
      if (pending.length < prefixLength + length) break;
      yield frameOf(pending.toString('latin1', 0, 1), pending.subarray(prefixLength, prefixLength + length));
      pending = pending.subarray(prefixLength + length);
    }
  }
  if (pending.length > 0) throw new BrokenBackup('it ends in the middle of a part');
}

/** Puts magic and closing line around the compressed bytes; `told` gets the hash and the length of the whole at the end. */
export async function* close(
  chunks: AsyncIterable<Buffer>,
  told: (hash: string, bytes: number) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256').update(magic);
  let bytes = magic.length;
  yield magic;
  for await (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.length;
    yield chunk;
  }
  const hex = hash.digest('hex');
  told(hex, bytes + closingLength);
  yield Buffer.from(`${closingWord}${hex}\n`);
}

/** Takes magic and closing line off again; throws BrokenBackup at the end when a byte is missing or altered. */
export async function* open(
  chunks: AsyncIterable<Buffer>,
  told: (hash: string, bytes: number) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let pending: Buffer = Buffer.alloc(0);
  let begun = false;
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    pending = Buffer.concat([pending, chunk]);
    if (!begun && !magic.subarray(0, pending.length).equals(pending.subarray(0, magic.length))) {
      throw new BrokenBackup('it does not begin as one');
    }
    const free = pending.length - closingLength;
    if (free < (begun ? 1 : magic.length)) continue;
    hash.update(pending.subarray(0, free));
    yield pending.subarray(begun ? 0 : magic.length, free);
    begun = true;
    pending = pending.subarray(free);
  }
  if (!begun || !pending.toString('latin1').startsWith(closingWord)) throw new BrokenBackup('it is cut short');
  const hex = hash.digest('hex');
  if (pending.toString('latin1') !== `${closingWord}${hex}\n`) throw new BrokenBackup('a part of it was altered');
  told(hex, bytes);
}
