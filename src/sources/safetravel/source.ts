/** New Zealand's travel advice: a page of SafeTravel for one destination. There is no feed, so the page is read. */
import { type AdviceLevel, withUnread } from '../../core/advice.ts';
import { Places } from '../../core/cap/xml/places.ts';
import { type Finding, Findings } from '../../core/finding.ts';
import { countryNamed, placeById } from '../../core/geo/gazetteer/gazetteer.ts';
import { adviceFamily } from '../../core/hazard.ts';
import { decodeText } from '../../core/text/decode.ts';
import { lineAt, textAt } from '../../core/text/json.ts';
import type { Document } from '../../core/text/reading.ts';
import type { Field, Span } from '../../core/text/span.ts';
import { dayIn } from '../../core/time/day.ts';
import { fieldAt, lastSegment, senderOf, sentOn, slugOf, spansAt } from '../../read/advice/stated.ts';
import { alertOf, type StatedLevel } from '../../read/advice.ts';
import { DocumentBuilder } from '../../read/document/builder.ts';
import { readDocument } from '../../read/read.ts';
import type { Envelope, Source, SourceReading } from '../source.ts';
import { type Page, readPage } from './page.ts';

const issuer = 'NZ';
const office = 'SafeTravel';

/** A word that is not here stays unrated. */
const levels: readonly (readonly [words: RegExp, level: AdviceLevel])[] = [
  [/^do not travel$/i, 4],
  [/^avoid non-essential travel$/i, 3],
  [/^exercise increased caution$/i, 2],
  [/^exercise normal (safety and )?security precautions$/i, 1],
];

export const safetravel: Source = {
  id: 'safetravel',
  title: 'SafeTravel page',
  form: /^\s*<[\s\S]*\bid=["']?js-advice-level-accordion\b/,
  /** `countries`: last parts of the pages' addresses, separated by commas or spaces. */
  requests: ({ countries = '' }) =>
    (countries.match(/[a-z0-9-]+/g) ?? []).map((slug) => ({
      via: 'http',
      method: 'GET',
      url: `https://www.safetravel.govt.nz/${slug}`,
      headers: { accept: 'text/html' },
      body: null,
    })),
  parse,
};

function parse(bytes: Uint8Array, envelope: Envelope): SourceReading {
  const findings = new Findings();
  const html = decodeText(bytes, envelope.type, findings);
  const page = html === null ? null : readPage(html, findings);
  if (page === null || page.levels === null || page.levels.length === 0 || page.title === '') {
    if (page !== null)
      findings.add(
        'error',
        'safetravel.not-advice',
        'The page has no advice level or no title; look whether it was changed.',
      );
    return { alerts: [], reading: null, findings: findings.list(), follow: [] };
  }
  const { document, lead, findings: found } = documentOf(page);
  const reading = readDocument(document, found, { issuer: { code: issuer, office } });
  const place = countryNamed(page.title);
  if (place === null)
    findings.add('warning', 'safetravel.place.unknown', `“${page.title.slice(0, 80)}” is no country this desk knows.`);
  const slug = slugOf(lastSegment(envelope.url ?? '') || page.title);
  const alert = alertOf(
    {
      ...{ reading, issuer, office, lead, placeById, family: adviceFamily },
      main: { name: page.title, place },
      levels: levelsOf(page, document, findings),
      identifier: envelope.url ?? `safetravel/${slug}`,
      sender: senderOf(envelope.url, 'safetravel.govt.nz'),
      series: `safetravel/${slug}`,
      sentAt: sentOn(document.day, envelope.fetchedAt),
      issued: document.day === null ? null : fieldAt(document, entryPath(0, 'lastUpdated'), document.day),
      audience: null,
      event: `Travel advice, ${page.title}`,
      expiresAt: null,
      web: envelope.url,
    },
    new Places(document.text),
  );
  const alerts = [withUnread(alert, unreadOf(page, document))];
  return { alerts, reading, findings: [...findings.list(), ...reading.findings], follow: [] };
}

const entryPath = (number: number, member: string): string => `advice-level[${number}].${member}`;

interface Built {
  readonly document: Document;
  /** The levels' own words and the prose. */
  readonly lead: readonly Span[];
  readonly findings: readonly Finding[];
}

function documentOf({ title, language, levels: entries, prose, sections }: Page): Built {
  const builder = new DocumentBuilder();
  const lead: string[] = [];
  builder.add('title', title, 'title');
  (entries ?? []).forEach((entry, number) => {
    for (const member of ['title', 'subtitle', 'lastUpdated', 'stillCurrentAt']) {
      const words = lineAt(entry, member);
      if (words !== null) builder.add('status', words, entryPath(number, member));
    }
    const body = textAt(entry, 'body');
    if (body !== null) builder.addHtml('body', body, entryPath(number, 'body'));
    lead.push(entryPath(number, 'body'));
  });
  prose.forEach((html, number) => {
    builder.addHtml('body', html, `prose[${number}]`);
    lead.push(`prose[${number}]`);
  });
  sections.forEach((section, number) => {
    const [heading, body] = [textAt(section, 'heading'), textAt(section, 'body')];
    if (heading !== null) builder.add('heading', heading, `sections[${number}].heading`);
    if (body !== null) builder.addHtml('body', body, `sections[${number}].body`);
  });
  const [first] = entries ?? [];
  const day = dayIn((first && lineAt(first, 'lastUpdated')) ?? '')?.value ?? null;
  const document = builder.build({ title, language, publisher: office, publishedAt: null, day });
  return { document, lead: spansAt(document, lead), findings: builder.findings };
}

const levelOf = (words: string): AdviceLevel | undefined =>
  levels.find(([pattern]) => pattern.test(words.replace(/\s+/g, ' ')))?.[1];

/** Entries whose title is no level this desk knows. */
const unreadOf = ({ levels: entries }: Page, document: Document): Field<null>[] =>
  (entries ?? []).flatMap((entry, number) =>
    levelOf(lineAt(entry, 'title') ?? '') === undefined
      ? (fieldAt(document, entryPath(number, 'title'), null) ?? [])
      : [],
  );

/**
 * An entry is for the whole country when it says so or, alone or as the lowest of them, says nothing; any other words after its level
 * name a part. Of two levels without such words the higher can't hold for all.
 */
function levelsOf({ title, levels: entries }: Page, document: Document, findings: Findings): StatedLevel[] {
  const rated = (entries ?? []).flatMap((entry, number) => {
    const [words, subtitle] = [lineAt(entry, 'title') ?? '', lineAt(entry, 'subtitle')];
    const level = levelOf(words);
    const field = level === undefined ? null : fieldAt(document, entryPath(number, 'title'), level);
    if (field !== null) return [{ level: field, subtitle: subtitle?.toLowerCase() ?? null }];
    const message = `“${words.slice(0, 80)}” is no level this desk knows; it stays unrated. Look at the page.`;
    findings.add('warning', 'safetravel.level.unknown', message, { path: entryPath(number, 'title') });
    return [];
  });
  const lowest = Math.min(...rated.map(({ level }) => level.value));
  const isStated = rated.some(({ subtitle }) => subtitle === `in ${title}`.toLowerCase());
  return rated.map(({ level, subtitle }) => {
    const isWhole = subtitle === null ? !isStated && level.value === lowest : subtitle === `in ${title}`.toLowerCase();
    return { scope: isWhole ? 'whole' : 'part', level };
  });
}
