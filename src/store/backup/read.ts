/** Reads a backup frame by frame and makes sure that it is one, whole and unaltered. */
import { type Readable, Readable as Streams } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ZodError } from 'zod';
import type { Refusal } from '../../core/refusal.ts';
import type { BackupSummary } from './backup.ts';
import { BrokenBackup, decode, type Frame, type Header, open, type Totals } from './frames.ts';

/** Looks at all of a backup without a database: what is in it, or the one sentence why it is none. */
export async function checkBackup(source: Readable): Promise<BackupSummary | Refusal> {
  return refuseBroken(async () => {
    const reading = readBackup(source);
    for (;;) {
      const { done, value } = await reading.next();
      if (done) return value;
    }
  });
}

/** Turns what a broken or unreadable file throws into a Refusal. */
export async function refuseBroken<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    const refused = whyBroken(error);
    if (refused === null) throw error;
    return { refused };
  }
}

function whyBroken(error: unknown): string | null {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (error instanceof BrokenBackup) return `This is not a whole backup: ${message}. Use another copy of it.`;
  if (error instanceof SyntaxError || error instanceof ZodError || code?.startsWith('Z_'))
    return 'This is not a whole backup: a part of it was altered. Use another copy of it.';
  return syscall === undefined ? null : `The backup cannot be read: ${message}`;
}

/** Yields all frames in their order; throws BrokenBackup and others that `refuseBroken` knows. Until it has ended nothing is certain. */
export async function* readBackup(source: Readable): AsyncGenerator<Frame, BackupSummary> {
  const file = { hash: '', bytes: 0 };
  const gunzip = createGunzip({ chunkSize: 2 ** 16 });
  const body = open(source, (hash, bytes) => Object.assign(file, { hash, bytes }));
  // Its errors reach us by destroying gunzip.
  const fed = pipeline(Streams.from(body), gunzip).catch(() => {});
  const order = new Order();
  try {
    for await (const frame of decode(gunzip)) {
      order.accept(frame);
      yield frame;
    }
    const { header, totals } = order.finish();
    return { tables: totals.tables, rows: totals.rows, ...file, header };
  } finally {
    gunzip.destroy();
    await fed;
    source.destroy();
  }
}

/** The frames must come as they are written: a file that only looks like a backup says so here and not in the database. */
class Order {
  #header: Header | null = null;
  #totals: Totals | null = null;
  #inTable = false;
  readonly #sums = { tables: 0, rows: 0, bytes: 0 };

  accept(frame: Frame): void {
    const mayCome = {
      header: this.#header === null,
      table: !this.#inTable,
      data: this.#inTable,
      tableEnd: this.#inTable,
      end: !this.#inTable,
    };
    const begun = frame.kind === 'header' || this.#header !== null;
    if (!mayCome[frame.kind] || !begun || this.#totals !== null) throw new BrokenBackup('its parts are out of order');
    switch (frame.kind) {
      case 'header':
        this.#header = frame.header;
        break;
      case 'table':
        if (this.#header?.tables[this.#sums.tables]?.table !== frame.table)
          throw new BrokenBackup('its tables are out of order');
        this.#inTable = true;
        break;
      case 'data':
        this.#sums.bytes += frame.data.length;
        break;
      case 'tableEnd':
        this.#inTable = false;
        this.#sums.tables += 1;
        this.#sums.rows += frame.rows;
        break;
      case 'end':
        this.#totals = frame.totals;
    }
  }

  finish(): { header: Header; totals: Totals } {
    const [header, totals, sums] = [this.#header, this.#totals, this.#sums];
    if (!header || !totals) throw new BrokenBackup('it is cut short');
    const same = totals.tables === sums.tables && totals.rows === sums.rows && totals.bytes === sums.bytes;
    if (!same || sums.tables !== header.tables.length) throw new BrokenBackup('it does not hold as much as it says');
    return { header, totals };
  }
}
