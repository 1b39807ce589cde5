import { describe, expect, it } from 'vitest';
import { mailAddressFault } from './mail-address.ts';

describe('a mail address', () => {
  it.each([
    "o'brien@people.example",
    'a.b+c@x.example',
    '!#$%&*/=?^_`{|}~-@x.example',
    'ana@مثال.example',
    'desk@host',
  ])('may be %s', (address) => expect(mailAddressFault(address)).toBeNull());

  it.each([
    'ana',
    '@x.example',
    'a@',
    'a..b@x.example',
    '.a@x.example',
    'a@x..example',
    'a@-x.example',
    '"a b"@x.example',
    'a@[127.0.0.1]',
    'a@b@x.example',
    'a,b@x.example',
    'Ana <a@x.example>',
    'a@x.example\r\nBcc: b@x.example',
    `${'a'.repeat(65)}@x.example`,
    `a@${'x'.repeat(254)}`,
  ])('is not %j', (address) => expect(mailAddressFault(address)).not.toBeNull());
});
