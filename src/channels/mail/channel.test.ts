import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SmtpRequest } from '../../core/request.ts';
import type { Envelope } from '../channel.ts';
import { caseAlert, caseEnvelope, caseInfo, everyKind } from '../contract-cases.ts';
import { mail } from './channel.ts';

const samples = join(import.meta.dirname, 'samples');
const names = readdirSync(samples);
const settings = { from: 'desk@desk.example' };

const render = (envelope: Envelope): SmtpRequest => {
  const request = mail.render(envelope, settings);
  if (request.via !== 'smtp') throw new Error('a mail goes by SMTP');
  return request;
};
const sample = (name: string): Envelope => JSON.parse(readFileSync(join(samples, name, 'notice.json'), 'utf8'));

/** Reviewed by reading; `vitest -u` rewrites them, and then they must be read again. */
describe.each(names)('the mail of samples/%s', (name) => {
  const { subject, text, html } = render(sample(name));
  it('is, as text, what was reviewed', async () => {
    await expect(`Subject: ${subject}\n\n${text}`).toMatchFileSnapshot(join(samples, name, 'expected.txt'));
  });
  it('is, as HTML, what was reviewed', async () => {
    await expect(html).toMatchFileSnapshot(join(samples, name, 'expected.html'));
  });
});

describe('a mail', () => {
  it('has a Message-ID by its notice, comes from the desk by name, and asks for no answers by machine', () => {
    expect(render(sample('leave-now'))).toMatchObject({
      via: 'smtp',
      from: '"Sample relief desk" <desk@desk.example>',
      to: 'ana@people.example',
      messageId: 'n-11111111111111111111111111111111.mail@desk.example',
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply', Importance: 'high' },
    });
  });

  it('is marked important only when it is urgent, and never in a drill', () => {
    expect(render(sample('no-instruction-no-end')).headers).not.toHaveProperty('Importance');
    expect(render(sample('drill')).headers).not.toHaveProperty('Importance');
  });

  it('holds its sender’s name within the quotes', () => {
    const { from } = render({ ...sample('leave-now'), deskName: 'Desk" <x@y.example>\r\nBcc: z' });
    expect(from).toBe('"Desk <x@y.example> Bcc: z" <desk@desk.example>');
  });

  it('holds no link, no image and nothing that is fetched', () => {
    for (const name of names)
      expect(render(sample(name)).html).not.toMatch(/<(a|img|link|script|iframe)\b|url\(|https?:/i);
  });

  it('has no warm colour in a drill and says the word at every heading', () => {
    for (const name of ['drill', 'drill-replay']) {
      const { html, text } = render(sample(name));
      expect(html).not.toMatch(/#(a00d24|e8702a|f6bd3b|fdf0b8|d11a35)/i);
      expect(html?.match(/<h2[^>]*>(?!Drill: )/g)).toBeNull();
      expect(text.match(/^[A-Z :]{8,}$/gm)?.every((heading) => heading.startsWith('DRILL: '))).toBe(true);
    }
  });

  it('says "was" only where every part of the earlier revision agrees', () => {
    const envelope = sample('update');
    const [info] = envelope.before?.infos ?? [];
    if (!envelope.before || !info) throw new Error('the sample has an earlier revision');
    const before = { ...envelope.before, infos: [info, { ...info, severity: 'Minor' }] };
    const { text } = render({ ...envelope, before });
    expect(text).toContain('Severity: 4 of 4, extreme (this changed).');
    expect(text).toContain('What to do: leave now (it was: get ready).');
  });

  it('never says "now" when the issuer does not call it immediate', () => {
    const envelope = sample('leave-now');
    const [info] = envelope.alert?.infos ?? [];
    if (!envelope.alert || !info) throw new Error('the sample has an info');
    const alert = { ...envelope.alert, infos: [{ ...info, urgency: 'Expected' }] };
    expect(render({ ...envelope, alert }).text).toMatch(/^Leave: “Sample river, lower bank”\.\n/);
  });

  it('rates advice by its level and by nothing else, and never calls our circle theirs', () => {
    for (const name of ['embassy-leave-at-gate', 'embassy-avoid-near-by', 'country-advice-risen']) {
      const { subject, text } = render(sample(name));
      expect(`${subject}\n${text}`).not.toMatch(/severity|severe|drawn by the issuer/i);
    }
  });

  it('to the desk itself is marked in a drill as well', () => {
    const wake = sample('wake');
    const { subject, text } = render({ ...wake, notice: { ...wake.notice, desk: 'drill' } });
    expect([subject, text].every((words) => words.startsWith('DRILL. '))).toBe(true);
    expect(render(wake).subject).not.toMatch(/drill/i);
  });

  it('calls the level of a machine format a code', () => {
    const envelope = sample('country-advice-risen');
    const [part] = envelope.advice?.parts ?? [];
    if (!envelope.advice || !part?.level) throw new Error('the sample has a level');
    const level = { ...part.level, text: 'avoid_all_travel_to_whole_country' };
    const { text } = render({ ...envelope, advice: { ...envelope.advice, parts: [{ ...part, level }] } });
    expect(text.replace(/\s+/g, ' ')).toContain('Their code for the level: “avoid_all_travel_to_whole_country”');
    expect(text).not.toContain('in their words');
  });

  it('says who vouches for it', () => {
    const said = (trust: Envelope['trust']) => render({ ...sample('leave-now'), trust: trust ?? null }).text;
    expect(said('operator')).toContain('A person of this desk has confirmed it.');
    expect(said('signed')).toContain('bears their signature');
    expect(said('from-origin')).toContain('from their own address');
    expect(said(null)).not.toMatch(/confirmed|signature|own address/);
  });
});

describe('a stranger’s words', () => {
  const marks = fc.constantFrom(
    '”',
    '“',
    '"',
    '«',
    '»',
    '„',
    '″',
    "''",
    '’',
    '\u200f',
    '\u2069',
    '\n',
    '. ',
    'آب',
    'us',
  );
  const words = fc.array(marks, { maxLength: 8 }).map((parts) => `foreign ${parts.join('')} foreign`);

  /** What is left without any quotation, then without what HTML sets in the other voice. */
  const oursInText = (text: string): string => text.replace(/“[^“”]*”|«[^«»]*»/g, '');
  const oursInHtml = (html: string): string =>
    html.replace(/<title>.*?<\/title>|<bdi [^>]*serif[^>]*>.*?<\/bdi>|<blockquote [^>]*serif.*?<\/blockquote>/gs, '');

  it.each(everyKind('ana@people.example').map((envelope, index) => [envelope.notice.kind, index, envelope] as const))(
    'never stand in our voice: %s %i',
    (_, __, envelope) => {
      fc.assert(
        fc.property(words, words, words, (one, two, three) => {
          const info = caseInfo({
            event: one,
            senderName: two,
            headline: three,
            instruction: one,
            description: two,
            urgency: three,
            severity: one,
            areas: [three, one].flatMap((areaDesc) => caseInfo().areas.map((area) => ({ ...area, areaDesc }))),
          });
          const over = { infos: [info], sender: two, identifier: three, note: one, msgType: two };
          const alert = envelope.alert && { ...envelope.alert, ...over };
          const before = envelope.before && { ...envelope.before, ...over, infos: [{ ...info, urgency: two }] };
          const { subject, text, html } = render({ ...envelope, alert, before });
          expect(oursInText(subject)).not.toMatch(/foreign/);
          expect(oursInText(text)).not.toMatch(/foreign/);
          expect(oursInHtml(html ?? '')).not.toMatch(/foreign/);
        }),
      );
    },
  );

  it('are cut, and not all of many places are named', () => {
    const many = Array.from({ length: 9 }, (_, i) => `${i} ${'long name '.repeat(20)}`);
    const areas = many.flatMap((areaDesc) => caseInfo().areas.map((area) => ({ ...area, areaDesc })));
    const event = 'storm '.repeat(30);
    const envelope = caseEnvelope('ana@people.example');
    const alert = caseAlert({ infos: [caseInfo({ areas, event, senderName: 'office '.repeat(30) })] });
    const { subject, text } = render({ ...envelope, notice: { ...envelope.notice, why: [] }, alert });
    expect(subject).toMatch(
      /^“0 long name[a-z ]{1,60}…” and 8 more: take shelter now \(“storm[a-z ]{1,60}…”; severity/,
    );
    expect(text.replace(/\s+/g, ' ')).toMatch(
      /^Take shelter now: “0 [a-z ]{1,100}…”; “1 [a-z ]{1,100}…” and 7 more\. “[a-z ]{1,60}…”: so says “[a-z ]{1,80}…”\./,
    );
  });
});
