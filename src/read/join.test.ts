/** Several readings as one document: every span still holds its words, every id is its own, and old news keeps its day. */
import { expect, test } from 'vitest';
import type { Block, Claim, EventRead, Reading } from '../core/text/reading.ts';
import { fieldOf } from '../core/text/span.ts';
import { issuedPath, joinReadings, noticeAt } from './join.ts';

/** One notice: its day, and one sentence that is a claim and an event. */
function reading(day: string | null, words: string): Reading {
  const text = day === null ? words : `${day}\n\n${words}`;
  const start = text.length - words.length;
  const body: Block = { start, end: text.length, zone: 'body' };
  const blocks: Block[] =
    day === null
      ? [body, { ...body, duplicateOf: 0 }]
      : [{ start: 0, end: day.length, zone: 'status', path: issuedPath }, body];
  const content = fieldOf(text, body, 'body', words);
  const claim: Claim = {
    ...{ id: 'c1', speaker: null, via: null, cue: null, content, modality: 'narration', time: null, places: [] },
    ...{ stance: null, contradicts: 'c2' },
  };
  const event: EventRead = {
    ...{
      id: 'e1',
      type: 'bombing',
      status: 'happened',
      what: content,
      time: null,
      place: null,
      targets: [],
      victims: [],
    },
    ...{ perpetrators: { individuals: [], organisations: [content] }, weapons: [], killed: null, injured: null },
    ...{ text: words, start, end: text.length },
  };
  return {
    ...{ names: [], places: [], times: [], warnings: [], estimates: [], relations: [], deadlines: [], unknowns: [] },
    ...{ claims: [claim], events: [event], findings: [] },
    disagreements: [{ between: ['c1', 'e1.min'], about: 'number' }],
    document: {
      text,
      blocks,
      day,
      title: words,
      language: 'en',
      publisher: null,
      publishedAt: day === null ? null : Date.parse(day),
    },
  };
}

function checkSpans(value: unknown, text: string): number {
  if (typeof value !== 'object' || value === null) return 0;
  const { start, end, text: words } = value as Record<string, unknown>;
  const whole = typeof start === 'number' && typeof end === 'number' && typeof words === 'string';
  if (whole) expect(text.slice(start, end)).toBe(words);
  return Object.values(value).reduce((sum: number, member) => sum + checkSpans(member, text), whole ? 1 : 0);
}

test('one is joined to itself', () => {
  const one = reading('2021-08-26', 'A bomb went off.');
  expect(joinReadings([one])).toEqual({ whole: one, parts: [one] });
  expect(() => joinReadings([])).toThrow('No reading');
});

test('spans, ids and copies move with their part', () => {
  const { whole, parts } = joinReadings([
    reading('2021-08-25', 'A bomb went off.'),
    reading('2021-08-26', 'Nobody was hurt.'),
    reading(null, 'It is quiet.'),
  ]);
  const { text, blocks } = whole.document;
  expect(text).toBe('2021-08-25\n\nA bomb went off.\n\n2021-08-26\n\nNobody was hurt.\n\nIt is quiet.');
  expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual([
    ...['2021-08-25', 'A bomb went off.', '2021-08-26', 'Nobody was hurt.', 'It is quiet.', 'It is quiet.'],
  ]);
  expect(blocks.map(({ duplicateOf }) => duplicateOf)).toEqual([...Array(5).fill(undefined), 4]);
  expect(checkSpans(whole, text)).toBeGreaterThan(9);
  expect(whole.claims.map(({ id, contradicts }) => [id, contradicts])).toEqual([
    ['n1-c1', 'n1-c2'],
    ['n2-c1', 'n2-c2'],
    ['n3-c1', 'n3-c2'],
  ]);
  expect(whole.disagreements[1]?.between).toEqual(['n2-c1', 'n2-e1.min']);
  expect(parts.map(({ document }) => document.text === text)).toEqual([true, true, true]);
  expect(parts[1]?.document.blocks).toHaveLength(2);
});

test('the newest gives title and time; what states no time has none, and beside it the day of its notice', () => {
  const { whole } = joinReadings([
    reading('2021-08-25', 'A bomb went off.'),
    reading('2021-08-26', 'Nobody was hurt.'),
    reading(null, 'It is quiet.'),
  ]);
  expect(whole.document).toMatchObject({
    title: 'Nobody was hurt.',
    day: '2021-08-26',
    publishedAt: Date.parse('2021-08-26'),
  });
  for (const list of [whole.events, whole.claims]) {
    expect(list.map(({ time }) => time)).toEqual([null, null, null]);
    expect(list.map(({ noticeDay: day }) => day && [day.text, day.value, day.basis])).toEqual([
      ['2021-08-25', '2021-08-25', 'document-date'],
      ['2021-08-26', '2021-08-26', 'document-date'],
      undefined,
    ]);
  }
});

test('each notice is the blocks of its own, whatever another one repeats', () => {
  const texts = ['A bomb went off.', 'A bomb went off.', 'It is quiet.'];
  const { whole, parts } = joinReadings([
    reading('2021-08-26', 'A bomb went off.'),
    reading('2021-08-25', 'A bomb went off.'),
    reading(null, 'It is quiet.'),
  ]);
  for (const [n, part] of parts.entries()) {
    const [event] = part.events;
    if (!event) throw new Error('each has one');
    const found = noticeAt(whole.document, event);
    expect(found.map(({ start, end }) => [start, end])).toEqual(
      part.document.blocks.map(({ start, end }) => [start, end]),
    );
    expect(whole.document.text.slice(found.at(-1)?.start, found.at(-1)?.end)).toBe(texts[n]);
  }
  const alone = reading('2021-08-26', 'A bomb went off.').document;
  expect(noticeAt(alone, { start: 14, end: 16 })).toEqual(alone.blocks);
});
