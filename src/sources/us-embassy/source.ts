/** Alerts of embassies of the United States to their citizens: one as plain text or page, or the feed of an embassy's site. */

import { decodeXml } from '../../core/cap/xml/decode.ts';
import { Places } from '../../core/cap/xml/places.ts';
import { Findings } from '../../core/finding.ts';
import { placeById } from '../../core/geo/gazetteer/gazetteer.ts';
import { decodeText } from '../../core/text/decode.ts';
import { joinReadings } from '../../read/join.ts';
import { readDocument } from '../../read/read.ts';
import type { Envelope, Source, SourceReading, StatedAlert } from '../source.ts';
import { alertFor, issuer, officeOf } from './alert.ts';
import { readFeed, rssInstant } from './feed.ts';
import { documentOf, type Line, linesOf, linesOfHtml, type NoticeDocument, titleOf } from './notice.ts';
import type { Office } from './office.ts';

/** One notice as it came, in a feed or alone. */
interface Came {
  readonly notice: NoticeDocument;
  readonly office: Office | null;
  readonly identifier: string | null;
  readonly link: string | null;
  /** Some of its text is struck out or hidden. */
  readonly isCut: boolean;
}

export const usEmbassy: Source = {
  id: 'us-embassy',
  title: 'U.S. embassy alerts',
  // A feed that calls itself one of a mission's: any other may report what a mission says.
  form: /^\s*(?:<\?[^>]*>\s*)?<rss\b(?:(?!<item\b)[\s\S])*?(?:\.usembassy\.gov|\bU\.?S\.? (?:Embassy|Consulate|Mission)\b)/i,
  /** `posts`: country codes as in `af.usembassy.gov`, separated by commas or spaces. */
  requests: ({ posts = '' }) =>
    (posts.toLowerCase().match(/\b[a-z]{2}\b/g) ?? []).map((post) => ({
      via: 'http',
      method: 'GET',
      url: `https://${post}.usembassy.gov/category/alert/feed/`,
      headers: { accept: 'application/rss+xml, application/xml' },
      body: null,
    })),
  parse,
};

const countryName = (code: string): string | null => placeById(code)?.name ?? null;
const isHtml = /^\s*(<!doctype html|<html\b|<!--)/i;

function parse(bytes: Uint8Array, envelope: Envelope): SourceReading {
  const findings = new Findings();
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).replace(/^\u00ef\u00bb\u00bf|\0/g, '');
  const xml = /^\s*</.test(head) && !isHtml.test(head);
  const text = xml ? decodeXml(bytes, findings) : decodeText(bytes, envelope.type, findings);
  const came = text === null ? [] : xml ? fromFeed(text, envelope, findings) : fromText(text, envelope, findings);
  if (came.length === 0) return { alerts: [], reading: null, findings: findings.list(), follow: [] };
  const readings = came.map(({ notice, office }) =>
    readDocument(notice.document, notice.findings, {
      issuer: { code: issuer, office: office?.name ?? 'U.S. Embassy' },
    }),
  );
  const { whole, parts } = joinReadings(readings);
  const lines = new Places(whole.document.text);
  const alerts = came.flatMap((one, number): StatedAlert[] => {
    const reading = parts[number];
    return reading ? [alertFor({ ...one, reading, envelope, findings, lines, placeById })] : [];
  });
  return { alerts, reading: whole, findings: [...findings.list(), ...whole.findings], follow: [] };
}

function fromFeed(text: string, envelope: Envelope, findings: Findings): Came[] {
  const feed = readFeed(text, findings);
  if (feed !== null && feed.items.length === 0)
    findings.add('info', 'feed.empty', 'The feed holds no alerts. What it held before does not end by that.');
  return (feed?.items ?? []).flatMap((item, number): Came[] => {
    const office = officeOf(
      { title: item.title, others: [item.creator, feed?.title ?? null], url: item.link ?? envelope.url },
      countryName,
    );
    const { lines, isCut } = linesOfItem(item.html, findings);
    const notice = documentOf({
      title: item.title,
      lines,
      published: item.published,
      publishedAt: item.published === null ? null : rssInstant(item.published),
      language: feed?.language ?? null,
      publisher: office?.name ?? null,
    });
    if (item.title === null && notice.lead.length === 0) {
      findings.add(
        'warning',
        'us-embassy.empty',
        'An alert of the feed has no words and was left out; look at the site.',
        { path: `/rss/channel/item[${number + 1}]` },
      );
      return [];
    }
    return [{ notice, office, identifier: item.guid ?? item.link, link: item.link, isCut }];
  });
}

/** A notice in a feed is its issuer's words and nothing else; what it hides may unfold on the site, so a person must look. */
function linesOfItem(html: string, findings: Findings): { readonly lines: Line[]; readonly isCut: boolean } {
  const own = new Findings();
  const lines = linesOfHtml(html, own);
  const isCut = own.list().some(({ code }) => code === 'document.unshown');
  for (const { severity, code, message, where } of own.list()) findings.add(severity, code, message, where);
  if (isCut) noteCut(findings);
  return { lines, isCut };
}

const noteCut = (findings: Findings): void =>
  findings.add(
    'warning',
    'us-embassy.hidden.cut',
    'Part of the text of a notice is hidden or struck out; look at it on the site.',
  );

/** A page hides much that is none of its notice; what it strikes out is. */
const strikes = /<(?:del|s|strike)[\s>]/i;

function fromText(text: string, envelope: Envelope, findings: Findings): Came[] {
  const isPage = isHtml.test(text);
  const lines = isPage ? linesOfHtml(text, findings) : linesOf(text);
  const isCut = isPage && strikes.test(text);
  if (isCut) noteCut(findings);
  const title = titleOf(lines);
  const office = officeOf({ title, others: [], url: envelope.url }, countryName);
  const notice = documentOf({
    ...{ title, published: null, publishedAt: null, language: null },
    lines: title === null ? lines : lines.slice(1),
    publisher: office?.name ?? null,
  });
  if (title === null && !notice.labelled) {
    const message =
      'The document is no alert of an embassy: it has neither its title nor the lines Location, Event or Actions.';
    findings.add('error', 'us-embassy.no-notice', message);
    return [];
  }
  return [{ notice, office, identifier: envelope.url, link: envelope.url, isCut }];
}
