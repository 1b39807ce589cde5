import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant } from '../core/time/time.ts';
import { cutFairly, directionOf, isolated, languageTag, oneLine, plain, quoted } from './foreign-text.ts';
import { stampWords, utcWords } from './stated-time.ts';

describe('foreign words', () => {
  it('keep their paragraphs and lose what could reorder or hide', () => {
    expect(plain('  one\r\ntwo\rthree\u2028four\n\n\n\nfive\t six \u202egnp\u0000\ufeff ')).toBe(
      'one\ntwo\nthree\nfour\n\nfive six gnp',
    );
    expect(plain('\ud800x')).toBe('\ufffdx');
    expect(plain('می\u200cشود \u200fx')).toBe('می\u200cشود \u200fx');
  });

  it('on one line are short and whole', () => {
    expect(oneLine(' a\n b\tc ', 10)).toBe('a b c');
    expect(oneLine('Flood on the lower river bank', 20)).toBe('Flood on the lower…');
    expect(oneLine('😀'.repeat(20), 10)).toMatch(/^(😀)+…$/u);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 50 }), (text, most) => {
        const line = oneLine(text, most);
        expect(line.length).toBeLessThanOrEqual(most);
        expect(line).not.toMatch(/[\p{Cc}\p{Cs}]/u);
      }),
    );
  });

  it('are cut after a sentence, else between words, and the rest is counted', () => {
    expect(cutFairly('short', 10)).toEqual({ text: 'short', leftOut: 0 });
    expect(cutFairly('Go uphill. Take water with you.', 20)).toEqual({ text: 'Go uphill.', leftOut: 21 });
    expect(cutFairly('No sentence ends in here at all', 20)).toEqual({ text: 'No sentence ends in', leftOut: 12 });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 5, max: 50 }), (text, most) => {
        const cut = cutFairly(text.toWellFormed(), most);
        expect(cut.text.isWellFormed()).toBe(true);
        expect(cut.text.length).toBeLessThanOrEqual(most);
        expect(cut.text.length + cut.leftOut).toBe(text.toWellFormed().length);
      }),
    );
  });

  it('know their direction by their first letter', () => {
    expect([directionOf('12 — سیلاب'), directionOf('Flood سیلاب'), directionOf('שיטפון'), directionOf('123')]).toEqual([
      'rtl',
      'ltr',
      'rtl',
      'ltr',
    ]);
    expect([quoted('سیلاب'), quoted('Flood')]).toEqual(['«سیلاب»', '“Flood”']);
    expect([isolated('سیلاب'), isolated('Flood')]).toEqual(['\u2068سیلاب\u2069', 'Flood']);
  });

  it('can’t end their own quotation', () => {
    expect(quoted('the "old" “mill” «bank» „weir“')).toBe('“the ‘old’ ‘mill’ ‘bank’ ‘weir’”');
    expect(quoted('سیل» "x"')).toBe('«سیل’ ‘x’»');
    expect(quoted("over'' now ’’ 5″")).toBe("“over' now ’ 5’”");
    expect(quoted('O’Brien’s')).toBe('“O’Brien’s”');
  });

  it('are labelled with well-formed tags only', () => {
    expect(['en', ' fa-AF ', 'zh-Hant-TW', 'en_US', '"onclick', '', null].map(languageTag)).toEqual([
      'en',
      'fa-AF',
      'zh-Hant-TW',
      '',
      '',
      '',
      '',
    ]);
  });
});

describe('times', () => {
  const words = (text: string) => stampWords({ text, at: parseInstant(text) });
  it.each([
    ['2026-03-02T16:30:00+04:30', '2 March 2026, 16:30 local time as stated (UTC+04:30), which is 12:00 UTC'],
    [
      '2026-03-03T01:00:00+04:30',
      '3 March 2026, 01:00 local time as stated (UTC+04:30), which is 20:30 UTC on 2 March 2026',
    ],
    [
      '2026-02-28T20:15:00-09:30',
      '28 February 2026, 20:15 local time as stated (UTC-09:30), which is 05:45 UTC on 1 March 2026',
    ],
    ['2026-03-02T12:00:00-00:00', '2 March 2026, 12:00 UTC'],
    ['2026-03-02T12:00:00+00:00', '2 March 2026, 12:00 UTC'],
    ['2026-03-02T12:00:00Z', '2 March 2026, 12:00 UTC'],
    ['tomorrow', null],
  ])('%s: %s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });
  it('of our own are in UTC', () =>
    expect(utcWords(Date.UTC(2026, 11, 31, 23, 59))).toBe('31 December 2026, 23:59 UTC'));
});
