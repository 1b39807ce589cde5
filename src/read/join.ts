/** Several notices in one document (a feed, an export), each read by itself so that none lends its places and days to another. */
import type { Block, Claim, Document, EventRead, Reading, TimeField } from '../core/text/reading.ts';
import { type Field, fieldOf, type Span } from '../core/text/span.ts';

export interface Joined {
  /** All of them as one; title, publisher and time are those of the newest, the first of equals. */
  readonly whole: Reading;
  /** Each by itself, with spans in the text of the whole. */
  readonly parts: readonly Reading[];
}

const gap = '\n\n';

/** One reading is joined to itself, unchanged. Throws on none: there is no document without text. */
export function joinReadings(readings: readonly Reading[]): Joined {
  const [first] = readings;
  if (!first) throw new Error('No reading to join.');
  if (readings.length === 1) return { whole: first, parts: readings };
  const text = readings.map(({ document }) => document.text).join(gap);
  let by = 0;
  const parts = readings.map((reading, number): Reading => {
    const part = moved(reading, by, `n${number + 1}-`);
    by += reading.document.text.length + gap.length;
    return dated({ ...part, document: { ...part.document, text } });
  });
  return { whole: wholeOf(parts, text), parts };
}

function wholeOf(parts: readonly Reading[], text: string): Reading {
  const newest = parts.reduce((a, b) => ((b.document.publishedAt ?? 0) > (a.document.publishedAt ?? 0) ? b : a));
  const all = <T>(pick: (part: Reading) => readonly T[]): readonly T[] => parts.flatMap(pick);
  let before = 0;
  const blocks = parts.flatMap(({ document }) => {
    const from = before;
    before += document.blocks.length;
    return document.blocks.map((block, number) => ({
      ...block,
      ...(block.duplicateOf === undefined ? {} : { duplicateOf: block.duplicateOf + from }),
      ...(number === 0 ? { begins: true as const } : {}),
    }));
  });
  return {
    document: { ...newest.document, text, blocks },
    names: all((part) => part.names),
    places: all((part) => part.places),
    times: all((part) => part.times),
    claims: all((part) => part.claims),
    warnings: all((part) => part.warnings),
    estimates: all((part) => part.estimates),
    events: all((part) => part.events),
    relations: all((part) => part.relations),
    deadlines: all((part) => part.deadlines),
    unknowns: all((part) => part.unknowns),
    disagreements: all((part) => part.disagreements),
    findings: all((part) => part.findings),
  };
}

/** The blocks of the one notice that a span stands in; all of a document that holds no other. */
export function noticeAt({ blocks }: Document, span: Span): readonly Block[] {
  const begins = blocks.findLastIndex((block) => block.begins && block.start <= span.start);
  const next = blocks.findIndex((block) => block.begins && block.start > span.start);
  return blocks.slice(Math.max(begins, 0), next < 0 ? blocks.length : next);
}

/** The same with every span moved and every id of the reading prefixed. The text itself is the caller's to replace. */
function moved<T>(value: T, by: number, prefix: string): T {
  if (Array.isArray(value)) return value.map((member) => moved(member, by, prefix)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const out: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    if ((key === 'start' || key === 'end') && typeof member === 'number') out[key] = member + by;
    else if ((key === 'id' || key === 'contradicts') && typeof member === 'string') out[key] = prefix + member;
    else if (key === 'between' && Array.isArray(member)) out[key] = member.map((id) => `${prefix}${id}`);
    else out[key] = moved(member, by, prefix);
  }
  return out as T;
}

/**
 * What a notice of last month says happened is not of today because a feed repeats it: beside whatever states no time stands the day of
 * its notice, cited. That day is when it was told, and no time that anybody stated for it.
 */
function dated(reading: Reading): Reading {
  const day = dayField(reading);
  if (day === null) return reading;
  const withDay = <T extends Claim | EventRead>(one: T): T => (one.time === null ? { ...one, noticeDay: day } : one);
  return { ...reading, claims: reading.claims.map(withDay), events: reading.events.map(withDay) };
}

/** Path of the block that states the day of a notice in a feed or export. */
export const issuedPath = 'issued';

function dayField({ document: { text, blocks, day } }: Reading): TimeField | null {
  const block = day === null ? undefined : blocks.find(({ path }) => path === issuedPath);
  if (!block) return null;
  const field: Field<string | null> = fieldOf(text, block, block.zone, day);
  return { ...field, modifier: null, basis: 'document-date' };
}
