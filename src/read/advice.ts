/** From one notice or travel advice, read and rated by its source, to an alert with the advice that stands beside it. */
import type { Advice, AdvicePart } from '../core/advice.ts';
import type { CapAlert, CapInfo, Stamp } from '../core/cap/model.ts';
import type { Places } from '../core/cap/xml/places.ts';
import type { Reading } from '../core/text/reading.ts';
import { type Field, fieldOf, type Located, type Span } from '../core/text/span.ts';
import { formatInstant, type Instant } from '../core/time/time.ts';
import { eventOf, infoOf } from './advice/info.ts';
import { type Part, partsOf } from './advice/parts.ts';
import { isInside, isOwn, isStanding, ownInstructions, type Stated } from './advice/targets.ts';
import { sentencesOf } from './sentences.ts';

export type { MainPlace } from './advice/dangers.ts';
export type { Stated, StatedLevel } from './advice/targets.ts';

/** What a source knows of one notice, beside what makes its parts. */
export interface Notice extends Stated {
  /** Stable from one fetch to the next. */
  readonly identifier: string;
  readonly sender: string;
  /** Names all revisions: `gov-uk/afghanistan`. */
  readonly series: string;
  readonly sentAt: Instant;
  readonly issued: Field<string> | null;
  /** null: what the reader found stands. */
  readonly audience: Field<string> | null;
  /** The event in the issuer's words, of any length. */
  readonly event: string;
  /** What is shown with what leads: a Location line that says more than where. */
  readonly beside?: readonly Span[];
  /** A stated end. */
  readonly expiresAt: Instant | null;
  readonly web: string | null;
}

export interface AdvisedAlert {
  readonly alert: CapAlert;
  readonly advice: Advice;
}

/** The alert has one info for each part, strongest first. `lines` is of the reading's text. Rules: ARCHITECTURE.md, who is told. */
export function alertOf(notice: Notice, lines: Places): AdvisedAlert {
  const { reading, office, beside = [], lead } = notice;
  const own = reading.warnings.filter((warning) => isOwn(warning, notice));
  const audience = notice.audience ?? own.find((warning) => warning.audience !== null)?.audience ?? null;
  const parts = partsOf(notice);
  const told = new Set(parts.flatMap(({ instructions }) => instructions));
  const frame = {
    ...{ reading, office, lead: [...beside, ...lead], standing: isStanding(notice), web: notice.web },
    event: eventOf(notice.event),
    audience: audience?.text ?? null,
    expires: notice.expiresAt === null ? null : stampOf(notice.expiresAt),
    untold: isStanding(notice) ? [] : ownInstructions(notice).filter((one) => one.zone === 'list' && !told.has(one)),
  };
  const infos = parts.map((part) => infoOf(part, frame));
  const advice: Advice = {
    issuer: notice.issuer,
    office,
    series: notice.series,
    issued: notice.issued,
    audience,
    trend: own.find((warning) => warning.trend !== null)?.trend ?? null,
    parts: parts.map((part) => advicePart(part, notice)),
  };
  return { alert: capAlert(notice, infos, placesOf(infos, advice, notice, lines)), advice };
}

const stampOf = (at: Instant): Stamp => ({ text: formatInstant(at), at });

function capAlert(notice: Notice, infos: readonly CapInfo[], at: Record<string, Located>): CapAlert {
  return {
    version: '1.2',
    identifier: notice.identifier,
    sender: notice.sender,
    sent: stampOf(notice.sentAt),
    status: 'Actual',
    msgType: 'Alert',
    scope: 'Public',
    source: null,
    restriction: null,
    addresses: null,
    codes: [],
    note: null,
    references: [],
    incidents: null,
    infos,
    extra: [],
    at,
  };
}

function advicePart(part: Part, notice: Notice): AdvicePart {
  const { family, place, scope, level, instructions } = part;
  return { family, place, scope, level, instructions, words: wordsOf(part, notice) };
}

/** The strongest instruction's sentence, else the one with the level's words, else the first that the issuer leads with. */
function wordsOf({ instructions, level }: Part, { reading, lead }: Notice): Field<null> {
  const [strongest] = instructions;
  if (strongest) return strongest.sentence;
  const { text, blocks } = reading.document;
  const sentences = sentencesOf(reading.document).filter(
    ({ zone, ...span }) => (zone === 'body' || zone === 'list') && lead.some((outer) => isInside(span, outer)),
  );
  const bearing =
    level &&
    sentences.find(({ start, end }) => text.slice(start, end).toLowerCase().includes(level.text.toLowerCase()));
  const chosen = bearing ?? (level === null ? sentences[0] : undefined);
  if (chosen) return fieldOf(text, chosen, chosen.zone, null);
  if (level) return { ...level, value: null };
  const title = blocks.find(({ zone }) => zone === 'title') ?? blocks[0];
  return title ? fieldOf(text, title, title.zone, null) : fieldOf(text, { start: 0, end: 0 }, 'body', null);
}

/** Where the values of the infos stand in the reading's text, for those that stand there exactly. */
function placesOf(infos: readonly CapInfo[], advice: Advice, notice: Notice, lines: Places): Record<string, Located> {
  const { title } = notice.reading.document;
  const found: Record<string, Located> = {};
  const put = (path: string, span: Span | null | undefined): void => {
    if (span) found[path] = lines.at(span);
  };
  const headline = title === null ? null : findWords(title, notice.reading);
  infos.forEach((info, number) => {
    const path = `info[${number + 1}]`;
    const sentence = advice.parts[number]?.instructions[0]?.sentence;
    put(`${path}/event`, findWords(info.event, notice.reading));
    if (info.headline === title) put(`${path}/headline`, headline);
    put(`${path}/audience`, advice.audience);
    if (sentence?.text === info.instruction) put(`${path}/instruction`, sentence);
  });
  return found;
}

/** Where words first stand within a block. */
function findWords(words: string, { document: { text, blocks } }: Reading): Span | null {
  if (words === '') return null;
  for (const block of blocks) {
    const at = text.slice(block.start, block.end).indexOf(words);
    if (at >= 0) return { start: block.start + at, end: block.start + at + words.length };
  }
  return null;
}
