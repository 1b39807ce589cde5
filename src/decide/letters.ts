/** Who arrives gets one letter of all the warnings that are new to them, the gravest first: not one for each warning. */
import { instructionOf, severityRank } from '../core/cap/meaning.ts';
import { strengthOf } from '../core/instruction.ts';
import type { AlertView, Notice } from '../core/model.ts';
import type { Instant } from '../core/time/time.ts';
import { sentBy } from '../match/match.ts';
import { type NewNotice, writeNotices } from '../store/notices.ts';
import type { Tx } from '../store/open.ts';
import { noticesOut } from '../store/outbox/told.ts';
import { appendFacts, takeRecorded } from '../store/transact.ts';
import { type Deciding, noticeFor, noticeId } from './alert.ts';
import type { Word } from './judge.ts';

export interface FirstWord {
  readonly view: AlertView;
  readonly word: Word;
}

/** Of one message; what is more goes in a next one. */
const mostInLetter = 20;

/** Writes the notices with their letters, and the decision about each alert, in one commit. */
export async function writeLetters(
  d: Deciding,
  tx: Tx,
  words: readonly FirstWord[],
  { seq, now }: { seq: number; now: Instant },
): Promise<void> {
  if (words.length === 0) return;
  const all = words.toSorted(gravest).map(({ view, word }) => ({ ...noticeFor(d.desk, { view, now }, word), view }));
  const made = await asNew(tx, d, all, `${seq} ${now}`);
  const letters = [...Map.groupBy(made, ({ notice }) => notice.person).values()].flatMap(lettersOf);
  const recorded = await takeRecorded(d.store, tx, d.desk);
  await writeNotices(tx, recorded, letters);
  const byAlert = Map.groupBy(made, ({ view }) => view.id);
  await appendFacts(
    tx,
    d.desk,
    recorded,
    [...byAlert].map(([subject, { length }]) => ({
      subject,
      interval: { from: now, to: null },
      body: { kind: 'decision' as const, decided: seq, notices: length, wakes: 0 },
    })),
  );
}

type Made = NewNotice & { readonly view: AlertView };

/**
 * Whoever was to be told, and was gone before it was sent, is told when they are back: under an identity of its own. What was told
 * already is left out.
 */
async function asNew(tx: Tx, d: Deciding, made: readonly Made[], occasion: string): Promise<Made[]> {
  const out = await noticesOut(
    tx,
    d.desk,
    made.map(({ notice }) => notice.id),
  );
  return made.flatMap((one) => {
    const isOut = out.get(one.notice.id);
    if (isOut === undefined) return [one];
    const notice: Notice = { ...one.notice, id: noticeId(one.notice.id, 'again', occasion) };
    return isOut ? [{ ...one, notice }] : [];
  });
}

function lettersOf(own: readonly Made[]): NewNotice[] {
  if (own.length === 1) return own.map(({ notice, channels }) => ({ notice, channels }));
  return own.map(({ notice, channels }, index) => {
    const start = index - (index % mostInLetter);
    const together = own.slice(start, start + mostInLetter);
    if (together.length === 1) return { notice, channels };
    const urgent = together.some((other) => other.notice.urgent);
    const letter = { id: together[0]?.notice.id ?? notice.id, part: index - start, urgent };
    return { notice, channels, letter };
  });
}

function gravest(a: FirstWord, b: FirstWord): number {
  const [x, y] = [rank(a), rank(b)];
  const differs = x.findIndex((value, index) => value !== y[index]);
  return differs < 0 ? (a.view.id < b.view.id ? -1 : 1) : (y[differs] ?? 0) - (x[differs] ?? 0);
}

/** Urgent first, then by what they are told to do, by severity, and the newest. */
function rank({ view, word }: FirstWord): number[] {
  const info = view.alert.infos[word.info ?? 0];
  const instruction = info ? instructionOf(info) : null;
  return [
    word.urgent ? 1 : 0,
    instruction === null ? -1 : strengthOf(instruction),
    (info && severityRank(info)) ?? 0,
    sentBy(view) ?? 0,
  ];
}
