/** Notices as decisions write them. A notice and its outbox rows are written in one transaction. */
import type { Selectable } from 'kysely';
import type { DeliveryState, Notice, NoticeKind } from '../core/model.ts';
import type { Instant, Recorded } from '../core/time/time.ts';
import type { Tables } from './migrations/schema.ts';
import { among, type Tx } from './open.ts';

/** A notice to write, with its channels in order of preference. */
export interface NewNotice {
  readonly notice: Notice;
  readonly channels: readonly string[];
  /** The letter that carries it with others to the same person; absent when it goes alone. */
  readonly letter?: LetterPart;
}

export interface LetterPart {
  readonly id: string;
  /** Where it stands in the letter, from 0. */
  readonly part: number;
  /** Something in the letter is urgent, so all of it is. */
  readonly urgent: boolean;
}

export const noticeOf = (row: Selectable<Tables['notice']>): Notice => ({
  id: row.id,
  desk: row.desk,
  person: row.person,
  situation: row.situation,
  alert: row.alert,
  info: row.info,
  before: row.before,
  kind: row.kind as NoticeKind,
  why: row.why,
  changes: row.changes,
  urgent: row.urgent,
  madeAt: row.made_at,
  expiresAt: row.expires_at,
  sentence: row.sentence,
});

/**
 * Writes notices with their outbox rows; one that exists already is left as it is, so nobody gets it twice. Urgent: all channels
 * at once. Otherwise the first is due and the others stand by. Gives the number of notices that were new.
 */
export async function writeNotices(tx: Tx, recorded: Recorded, written: readonly NewNotice[]): Promise<number> {
  let count = 0;
  for (let i = 0; i < written.length; i += 2000) count += await writeSome(tx, recorded, written.slice(i, i + 2000));
  return count;
}

async function writeSome(tx: Tx, recorded: Recorded, written: readonly NewNotice[]): Promise<number> {
  const rows = written.map(({ notice, letter }) => ({
    desk: notice.desk,
    id: notice.id,
    person: notice.person,
    situation: notice.situation,
    alert: notice.alert,
    info: notice.info,
    before: notice.before,
    kind: notice.kind,
    why: JSON.stringify(notice.why),
    changes: JSON.stringify(notice.changes),
    urgent: notice.urgent,
    made_at: notice.madeAt,
    expires_at: notice.expiresAt,
    sentence: notice.sentence,
    seq: recorded.seq,
    letter: letter?.id ?? null,
    part: letter?.part ?? 0,
  }));
  if (rows.length === 0) return 0;
  const inserted = await tx
    .insertInto('notice')
    .values(rows)
    .onConflict((c) => c.doNothing())
    .returning('id')
    .execute();
  const fresh = new Set(inserted.map((row) => row.id));
  const deliveries = written
    .filter(({ notice }) => fresh.has(notice.id))
    .flatMap(({ notice, channels, letter }) => {
      const urgent = letter?.urgent ?? notice.urgent;
      return channels.map((channel, rank) => ({
        desk: notice.desk,
        notice: notice.id,
        channel,
        rank,
        state: (urgent || rank === 0 ? 'queued' : 'standby') satisfies DeliveryState,
        urgent,
        due_at: notice.madeAt,
        lease_by: null,
        lease_until: null,
        attempts: 0,
        words: null,
        changed_at: notice.madeAt,
      }));
    });
  // A statement carries at most 65,535 parameters.
  for (let i = 0; i < deliveries.length; i += 5000)
    await tx
      .insertInto('outbox')
      .values(deliveries.slice(i, i + 5000))
      .execute();
  return fresh.size;
}

/** What has not left yet and is overtaken by a later revision will not be sent. */
export async function replaceQueued(tx: Tx, desk: string, notices: readonly string[], now: Instant): Promise<void> {
  if (notices.length === 0) return;
  await tx
    .updateTable('outbox')
    .set({ state: 'replaced' satisfies DeliveryState, changed_at: now })
    .where('desk', '=', desk)
    .where(among('notice', notices))
    .where('state', 'in', ['queued', 'standby'])
    .execute();
}
