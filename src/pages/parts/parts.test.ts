/** The small things pages are made of: strangers' text, times, order, the cut of a long document. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documented, info, stamp } from '../../../test/pages/document.ts';
import { situation } from '../../../test/pages/kabul/situations.ts';
import { views } from '../../../test/pages/picture.ts';
import type { AlertView } from '../../core/model.ts';
import { day, hour, minute, parseInstant } from '../../core/time/time.ts';
import {
  clockText,
  gapText,
  shortClock,
  stampText,
  wallDay,
  wallLines,
  wallMark,
  wallOffset,
  wallShort,
  wallText,
} from './clock-text.ts';
import { letterOf, passagesOf } from './passages.ts';
import { byUrgency, leadOf } from './rank.ts';
import { calm, clipped, dirOf, laidBare, langOf } from './shown-text.ts';
import { linesShown, sourceText } from './source-text.ts';

describe('strangers’ text', () => {
  const marks = [
    '\u202a',
    '\u202b',
    '\u202c',
    '\u202d',
    '\u202e',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
    'a',
    'ب',
    ' ',
    '\u0007',
    '\u2028',
  ];
  const hostile = fc.string({ unit: fc.constantFrom(...marks), maxLength: 40 });

  test('has no overrides left, and everything it opens it closes, in order', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const open: string[] = [];
        for (const char of calm(text)) {
          expect('\u202d\u202e\u0007\u2028').not.toContain(char);
          if ('\u202a\u202b'.includes(char)) open.push('\u202c');
          else if ('\u2066\u2067\u2068'.includes(char)) open.push('\u2069');
          else if ('\u202c\u2069'.includes(char)) expect(open.pop()).toBe(char);
        }
        expect(open).toEqual([]);
      }),
    );
  });

  test('keeps marks that are used well, and names those that are not', () => {
    expect(calm('تا \u206615 km\u2069 دور')).toBe('تا \u206615 km\u2069 دور');
    expect(calm('x\u202eevil')).toBe('x⟨U+202E⟩evil');
    expect(laidBare('a\u200f\u2066b')).toBe('a⟨U+200F⟩⟨U+2066⟩b');
  });

  test('is cut between words and between code points, and says so', () => {
    expect(clipped('  short \n text ', 20)).toBe('short text');
    expect(clipped('the river has risen by two metres', 20)).toBe('the river has…');
    expect(clipped('🌊'.repeat(50), 10)).toBe(`${'🌊'.repeat(9)}…`);
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.integer({ min: 2, max: 30 }),
        (text, max) => [...clipped(text, max)].length <= max,
      ),
    );
  });

  test('is set in its own language and direction, or in none', () => {
    expect([langOf('prs-AF'), langOf('en"><b>'), langOf(null), langOf('')]).toEqual([
      'prs-AF',
      undefined,
      undefined,
      undefined,
    ]);
    for (const language of ['ar', 'prs-AF', 'PS', 'fa-IR', 'he', 'ur-PK']) expect(dirOf(language)).toBe('rtl');
    for (const language of ['en', 'psx', null, 'de-AT']) expect(dirOf(language)).toBe('auto');
  });
});

describe('times', () => {
  test('are shown as stated, with UTC beside them', () => {
    expect(stampText(stamp('2026-07-28T21:30:00+04:30'))).toBe('28 Jul 2026, 21:30 +04:30 (17:00 UTC)');
    expect(stampText(stamp('2026-07-28T02:00:00+04:30'))).toBe('28 Jul 2026, 02:00 +04:30 (27 Jul 2026, 21:30 UTC)');
    expect(stampText(stamp('2026-07-28T10:00:00-00:00'))).toBe('28 Jul 2026, 10:00 UTC');
    expect(stampText(stamp('2026-12-31T20:00:00-05:00'))).toBe('31 Dec 2026, 20:00 -05:00 (1 Jan 2027, 01:00 UTC)');
    expect(stampText(stamp('tomorrow'))).toBeNull();
  });

  test('of ours are short where the day is plain', () => {
    const now = parseInstant('2026-07-28T11:00:00Z') ?? 0;
    expect([shortClock(now - hour, now), shortClock(now - day, now), shortClock(now - 365 * day, now)]).toEqual([
      '10:00 UTC',
      '27 Jul, 11:00 UTC',
      '28 Jul 2025, 11:00 UTC',
    ]);
    expect(clockText(0)).toBe('1 Jan 1970, 00:00 UTC');
    expect([
      gapText(now + 90 * minute, now),
      gapText(now - 47 * hour, now),
      gapText(now + 9 * day, now),
      gapText(now, now),
    ]).toEqual(['in 90 min', '47 h ago', 'in 9 days', 'now']);
  });
});

describe('order', () => {
  const view = (id: string, responseTypes: string[], sent: string, severity: string): AlertView => ({
    ...views.blast,
    id,
    alert: documented({ sent: stamp(sent), infos: [info({ responseTypes, severity })] }).alert,
  });

  test('is the strongest instruction, then the newest, then the gravest; an unrated “leave” never sinks', () => {
    const early = '2026-07-28T08:00:00Z';
    const late = '2026-07-28T09:00:00Z';
    const wanted = [
      view('leave, unrated', ['None', 'Evacuate'], early, 'Nonsense'),
      view('shelter', ['Shelter'], early, 'Minor'),
      view('avoid, newer', ['Avoid'], late, 'Minor'),
      view('avoid, graver', ['Avoid'], early, 'Extreme'),
      view('avoid', ['Avoid'], early, 'Severe'),
      view('prepare', ['Prepare'], late, 'Extreme'),
      view('monitor', ['Assess'], late, 'Extreme'),
      view('none', ['Execute'], late, 'Extreme'),
      view('all clear', ['AllClear'], late, 'Extreme'),
    ];
    expect(byUrgency([...wanted].reverse()).map((one) => one.id)).toEqual(wanted.map((one) => one.id));
  });

  test('within an alert the strongest info speaks, in English where there is a choice, and says which word decides', () => {
    const { alert } = documented({
      infos: [
        info({ language: 'prs', responseTypes: ['Evacuate'], severity: 'Extreme' }),
        info({ language: 'en-GB', responseTypes: ['Monitor', 'Evacuate'], severity: 'Extreme' }),
        info({ language: 'en', responseTypes: ['Avoid'], severity: 'Extreme' }),
      ],
    });
    expect(leadOf(alert)).toMatchObject({ index: 1, instruction: 'leave', response: 1, severity: 4 });
    expect(leadOf(documented({}).alert)).toBeNull();
  });
});

describe('a document', () => {
  test('is text in the encoding it is in, or bytes', () => {
    const latin = Uint8Array.from(
      [...'<?xml version="1.0" encoding="ISO-8859-1"?><a>'].map((char) => char.charCodeAt(0)).concat(0xe9),
    );
    expect(sourceText(latin)).toMatchObject({ kind: 'text', text: expect.stringContaining('é') });
    expect(sourceText(new Uint8Array())).toEqual({ kind: 'bytes', hex: '' });
    expect(sourceText(Uint8Array.of(0x4d, 0x5a, 0, 0))).toEqual({ kind: 'bytes', hex: '4d 5a 00 00' });
    expect(sourceText(new Uint8Array(1000).fill(0xff)).kind).toBe('bytes');
  });

  test('that is long shows its beginning and every line that is wanted, and counts what it leaves out', () => {
    const text = Array.from({ length: 10_000 }, (_, n) => `line ${n + 1}`).join('\r\n');
    const { parts, total, cut } = linesShown(text, [9000, 2, 10_000]);
    expect([total, cut]).toEqual([10_000, true]);
    const numbers = parts.flatMap((part) => (part.kind === 'line' ? [part.number] : []));
    expect(numbers.slice(-5)).toEqual([8999, 9000, 9001, 9999, 10_000]);
    const left = parts.reduce((sum, part) => sum + (part.kind === 'gap' ? part.lines : 0), 0);
    expect(left + numbers.length).toBe(10_000);
  });

  test('that is short is whole; a line without an end is cut by characters', () => {
    expect(linesShown('a\nb\n', [])).toMatchObject({ total: 2, cut: false });
    const [line] = linesShown('x'.repeat(1_000_000), []).parts;
    expect(line).toMatchObject({ kind: 'line', left: 960_000 });
  });
});

describe('times by a clock on a wall', () => {
  const kabul = { timeZone: 'Asia/Kabul', place: 'Kabul' };
  const noon = parseInstant('2021-08-26T12:00:00+04:30') ?? 0;

  test('are those of the place, with UTC beside, and its date where the wall shows another', () => {
    expect(wallText(noon, kabul)).toBe('26 Aug 2021, 12:00 in Kabul (07:30 UTC)');
    expect(wallDay(noon, kabul)).toBe('Thursday 26 Aug 2021, 12:00 in Kabul (07:30 UTC)');
    expect(wallText(noon - 10 * hour, kabul)).toBe('26 Aug 2021, 02:00 in Kabul (25 Aug, 21:30 UTC)');
    expect(wallShort(noon - hour, noon, kabul)).toBe('11:00 in Kabul (06:30 UTC)');
    expect(wallShort(noon - day, noon, kabul)).toBe('25 Aug, 12:00 in Kabul (07:30 UTC)');
    expect(wallLines(noon - 10 * hour, noon, kabul)).toEqual(['02:00', '25 Aug, 21:30 UTC']);
    expect(wallLines(noon, noon, null)).toEqual(['07:30 UTC']);
    expect([wallMark(noon, kabul), wallMark(noon, null)]).toEqual(['26 Aug, 12:00', '26 Aug, 07:30']);
  });

  test('know how far it is ahead of UTC, on either side of a change of the clock', () => {
    expect(wallOffset(noon, kabul)).toBe(4.5 * hour);
    const berlin = { timeZone: 'Europe/Berlin', place: 'Berlin' };
    expect(wallOffset(parseInstant('2021-10-31T00:59:30Z') ?? 0, berlin)).toBe(2 * hour);
    expect(wallOffset(parseInstant('2021-10-31T01:00:30Z') ?? 0, berlin)).toBe(hour);
    expect(
      wallOffset(parseInstant('2021-12-31T23:30:00Z') ?? 0, { timeZone: 'America/New_York', place: 'New York' }),
    ).toBe(-5 * hour);
  });
});

describe('numbers of passages', () => {
  test('are letters that never run out', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(['a', 'z', 'aa', 'az', 'ba', 'zz', 'aaa']);
  });

  test('follow the order of documents and of words in them; the same words have one number', () => {
    const cite = (report: string, start: number) => ({ report, start, end: start + 3, text: 'abc', zone: 'body' });
    const one = situation({
      instruction: { value: 'leave', issuer: 'X', immediate: false, at: [], cite: cite('r-2', 9) },
      unknowns: [
        { about: 'details', issuer: null, cite: cite('r-2', 4), speaker: null, at: 0 },
        { about: 'end', issuer: null, cite: { ...cite('r-2', 9) }, speaker: null, at: null },
        { about: 'casualties', issuer: null, cite: cite('r-1', 0), speaker: null, at: 0 },
      ],
      reports: ['r-3', 'r-2'],
    });
    const passages = passagesOf(one, []);
    expect(passages.origins.map(({ report, passages: own }) => [report, own.map(({ label }) => label)])).toEqual([
      ['r-3', []],
      ['r-2', ['2a', '2b']],
      ['r-1', ['3a']],
    ]);
    expect(passages.of(cite('r-2', 9))).toMatchObject({ label: '2b', id: 'c2b' });
    expect(passages.of(cite('r-9', 9))).toBeNull();
  });
});
