import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mail } from './channel.ts';

const id = 'n-0123456789abcdef0123456789abcdef';
const read = (text: string) => mail.receipt(new TextEncoder().encode(text));

interface Parts {
  readonly message?: string;
  readonly groups?: readonly string[];
  readonly returned?: string;
  readonly type?: string;
}

/** A report as mail systems send it (RFC 3464), in our own words. */
const report = ({
  message = 'Reporting-MTA: dns; relay.example.org',
  groups = [
    'Final-Recipient: rfc822; ana@people.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no ana@people.example',
  ],
  returned = `From: desk@desk.example\nMessage-ID: <${id}.mail@desk.example>\nSubject: Leave now`,
  type = 'multipart/report; report-type=delivery-status;\n boundary="=_b/1"',
}: Parts = {}): string =>
  `From: postmaster@relay.example.org
To: desk@desk.example
Content-Type: ${type}

This is for old readers.
--=_b/1
Content-Type: text/plain

We could not deliver it.
--=_b/1
Content-Type: message/delivery-status

${[message, ...groups].join('\n\n')}

--=_b/1
Content-Type: text/rfc822-headers

${returned}

--=_b/1--
`;

describe('a delivery report', () => {
  it('of a failure is a bounce, in words that name nobody', () => {
    expect(read(report())).toEqual([{ notice: id, kind: 'bounced', words: 'failed, 5.1.1' }]);
    expect(read(report().replaceAll('\n', '\r\n'))).toEqual(read(report()));
  });

  it('of a delivery is one', () => {
    const groups = ['Final-Recipient: rfc822; ana@people.example\nAction: Delivered\nStatus: 2.0.0'];
    expect(read(report({ groups }))).toEqual([{ notice: id, kind: 'delivered', words: 'delivered, 2.0.0' }]);
  });

  it.each(['delayed', 'relayed', 'expanded', 'nonsense', ''])('of "%s" is no final word', (action) => {
    expect(read(report({ groups: [`Action: ${action}\nStatus: 4.4.1`] }))).toEqual([]);
  });

  it('is known by the id of the envelope alone, also in its escaped form', () => {
    for (const form of [`${id}.mail@desk.example`, `${id}.0a1b2c3d.mail@desk.example`, `${id}.mail+40desk.example`])
      expect(
        read(report({ message: `Reporting-MTA: dns; r\nOriginal-Envelope-Id: ${form}`, returned: '' })),
      ).toMatchObject([{ notice: id }]);
  });

  it('is known by a returned message, folded headers and all', () => {
    const text = report({ returned: `Subject: x\nMessage-Id:\n <${id}.mail@desk.example>\n\nThe body` }).replace(
      'text/rfc822-headers',
      'message/rfc822',
    );
    expect(read(text)).toMatchObject([{ notice: id, kind: 'bounced' }]);
  });

  it.each([
    ['of another mail', report({ returned: 'Message-ID: <something@else.example>' })],
    ['of another channel', report({ returned: `Message-ID: <${id}.sms@desk.example>` })],
    [
      'whose id stands in the returned body only',
      report({ returned: `Subject: x\n\nMessage-ID: <${id}.mail@desk.example>` }),
    ],
    ['without a status part', report().replace('message/delivery-status', 'text/plain')],
    ['without a boundary', report({ type: 'multipart/report' })],
    ['that is no report', report({ type: 'multipart/mixed; boundary="=_b/1"' })],
  ])('%s is about none of our notices', (_, text) => {
    expect(read(text)).toEqual([]);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(mail.receipt(bytes)).toEqual([]);
      }),
    );
    const whole = report();
    fc.assert(
      fc.property(fc.nat(whole.length), fc.string(), (at, noise) => {
        for (const { notice } of read(whole.slice(0, at) + noise + whole.slice(at))) expect(notice).toBe(id);
      }),
    );
  });
});
