import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from './redact.ts';

const secrets = ['ana.person@people.example', 'Ana Person', 'tok/en+secret=1'];

describe('redaction', () => {
  it.each([
    ['550 no such user ana.person@people.example here', '550 no such user … here'],
    ['550 <ANA.PERSON@PEOPLE.EXAMPLE> unknown', '550 <…> unknown'],
    ['mailbox ana.person is full', 'mailbox … is full'],
    ['user=ana.person%40people.example&x=1', 'user=…&x=1'],
    ['Dear Ana Person, Ana%20Person and ANA PERSON', 'Dear …, … and …'],
    ['token tok/en+secret=1 and tok%2Fen%2Bsecret%3D1', 'token … and …'],
    ['somebody.else@other.example too', '… too'],
    ['somebody%40other.example too', '… too'],
    ['nothing to hide', 'nothing to hide'],
  ])('%j becomes %j', (text, expected) => {
    expect(redact(text, secrets)).toBe(expected);
  });

  it('finds base64, alone and at every offset inside a longer text', () => {
    for (const before of ['', 'a', 'ab', 'abc']) {
      const hidden = Buffer.from(`${before}ana.person@people.example and more`).toString('base64');
      const plain = redact(`said ${hidden} end`, secrets);
      expect(plain).toMatch(/^said \S*…\S* end$/);
      expect(Buffer.from(plain.replace('said ', ''), 'base64').toString('latin1')).not.toContain('people');
    }
    expect(redact(Buffer.from('??>tok/en+secret=1').toString('base64url'), secrets)).toContain('…');
  });

  it('leaves too short pieces, which would hide the text instead', () => {
    expect(redact('a and ab stay', ['a', 'ab', ''])).toBe('a and ab stay');
    expect(redact('all ali stay', ['ali@x.example'])).toBe('all ali stay');
  });

  it('makes controls and hidden marks harmless and the text short', () => {
    expect(redact('a\r\nb\u0000c\u202Ed\u2028e\u200bf\ud800g', [])).toBe('a b c d e f\ufffdg');
    expect(redact('x'.repeat(10_000), [])).toBe(`${'x'.repeat(499)}…`);
    expect(redact('x'.repeat(500), [])).toHaveLength(500);
  });

  it('lets no secret through, wherever it stands', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9.+]{6,20}$/);
    fc.assert(
      fc.property(fc.string(), word, fc.string(), (before, secret, after) => {
        expect(redact(`${before}${secret}${after}`, [secret]).toLowerCase()).not.toContain(secret.toLowerCase());
      }),
    );
  });
});
