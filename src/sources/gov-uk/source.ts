/** Travel advice of the United Kingdom's foreign office, as the content API of GOV.UK gives it (schema `travel_advice`). */
import { type AdviceLevel, type AdvicePart, withUnread } from '../../core/advice.ts';
import { Places } from '../../core/cap/xml/places.ts';
import { type Finding, Findings } from '../../core/finding.ts';
import { countryNamed, placeById } from '../../core/geo/gazetteer/gazetteer.ts';
import { adviceFamily } from '../../core/hazard.ts';
import { decodeText } from '../../core/text/decode.ts';
import { asObject, type JsonObject, lineAt, listAt, objectAt, readJson, textAt } from '../../core/text/json.ts';
import type { Document, Zone } from '../../core/text/reading.ts';
import { type Field, fieldOf, type Span } from '../../core/text/span.ts';
import { dayIn } from '../../core/time/day.ts';
import { parseInstant } from '../../core/time/time.ts';
import { fieldAt, senderOf, slugOf, spansAt } from '../../read/advice/stated.ts';
import { type AdvisedAlert, alertOf, type StatedLevel } from '../../read/advice.ts';
import { DocumentBuilder } from '../../read/document/builder.ts';
import { readDocument } from '../../read/read.ts';
import { sentencesOf } from '../../read/sentences.ts';
import type { Envelope, Source, SourceReading } from '../source.ts';

const issuer = 'GB';
const office = 'Foreign, Commonwealth & Development Office';
/** Sections that say what holds for the country as a whole. */
const leading = ['summary', 'warnings-and-insurance'];

/** A code that is not here stays unrated. */
const levels: Readonly<Record<string, readonly [AdviceLevel, 'whole' | 'part']>> = {
  avoid_all_but_essential_travel_to_parts: [3, 'part'],
  avoid_all_but_essential_travel_to_whole_country: [3, 'whole'],
  avoid_all_travel_to_parts: [4, 'part'],
  avoid_all_travel_to_whole_country: [4, 'whole'],
};

export const govUk: Source = {
  id: 'gov-uk',
  title: 'GOV.UK travel advice',
  form: /^\s*\{[\s\S]*"base_path"\s*:\s*"\/foreign-travel-advice\//,
  /** `countries`: slugs of GOV.UK, separated by commas or spaces. */
  requests: ({ countries = '' }) =>
    (countries.match(/[a-z0-9-]+/g) ?? []).map((slug) => ({
      via: 'http',
      method: 'GET',
      url: `https://www.gov.uk/api/content/foreign-travel-advice/${slug}`,
      headers: { accept: 'application/json' },
      body: null,
    })),
  parse,
};

function parse(bytes: Uint8Array, envelope: Envelope): SourceReading {
  const findings = new Findings();
  const text = decodeText(bytes, envelope.type, findings);
  const json = text === null ? undefined : readJson(text, findings);
  const page = asObject(json);
  const details = page && objectAt(page, 'details');
  const country = details && objectAt(details, 'country');
  const name = country && lineAt(country, 'name');
  if (!page || !details || !country || !name) {
    if (json !== undefined)
      findings.add('error', 'gov-uk.not-advice', 'The document is no travel advice of GOV.UK: it names no country.');
    return { alerts: [], reading: null, findings: findings.list(), follow: [] };
  }
  const { document, lead, findings: found } = documentOf(page, details);
  const reading = readDocument(document, found, { issuer: { code: issuer, office } });
  const path = lineAt(page, 'base_path');
  const updated = lineAt(page, 'public_updated_at');
  const withdrawn = withdrawnAt(page);
  const place = countryNamed(name);
  if (place === null)
    findings.add('warning', 'gov-uk.place.unknown', `“${name.slice(0, 80)}” is no country this desk knows.`);
  const alert = alertOf(
    {
      ...{ reading, issuer, office, lead, placeById, family: adviceFamily },
      main: { name, place },
      levels: levelsOf(details, document, findings),
      identifier: path ?? name,
      sender: senderOf(envelope.url, 'gov.uk'),
      series: `gov-uk/${slugOf(lineAt(country, 'slug') ?? name)}`,
      sentAt: parseInstant(updated ?? '') ?? envelope.fetchedAt,
      issued: updated === null ? null : fieldAt(document, 'public_updated_at', updated),
      audience: null,
      event: `Travel advice, ${name}`,
      expiresAt: withdrawn === null ? null : parseInstant(withdrawn),
      web: pageOf(envelope.url, path),
    },
    new Places(document.text),
  );
  return {
    alerts: [withUnread(inItsWords(alert, document, lead), unreadOf(details, document))],
    reading,
    findings: [...findings.list(), ...reading.findings],
    follow: [],
  };
}

interface Built {
  readonly document: Document;
  /** What the page leads with. */
  readonly lead: readonly Span[];
  readonly findings: readonly Finding[];
}

function documentOf(page: JsonObject, details: JsonObject): Built {
  const builder = new DocumentBuilder();
  const put = (zone: Zone, text: string | null, path: string): void => {
    if (text !== null) builder.add(zone, text, path);
  };
  const updated = lineAt(page, 'public_updated_at');
  put('title', lineAt(page, 'title'), 'title');
  put('status', updated, 'public_updated_at');
  put('status', withdrawnAt(page), 'withdrawn_notice.withdrawn_at');
  (listAt(details, 'alert_status') ?? []).slice(0, maxCodes).forEach((code, number) => {
    if (typeof code === 'string') put('status', code.trim() || null, codePath(number));
  });
  // It says what was changed, often that a warning was lifted, and not what holds.
  put('boilerplate', textAt(details, 'change_description'), 'details.change_description');
  const paths = addParts(builder, details);
  if (paths.length === 0) put('body', textAt(page, 'description'), 'description');
  const document = builder.build({
    title: lineAt(page, 'title'),
    language: lineAt(page, 'locale'),
    publisher: office,
    publishedAt: parseInstant(updated ?? ''),
    day: dayIn(updated ?? '')?.value ?? null,
  });
  const lead = spansAt(document, paths.length === 0 ? ['description'] : paths);
  return { document, lead, findings: builder.findings };
}

/** Adds all parts; gives the paths of those that lead. */
function addParts(builder: DocumentBuilder, details: JsonObject): string[] {
  const parts = (listAt(details, 'parts') ?? []).slice(0, maxParts).map((part, number) => {
    const [slug, title, body] = ['slug', 'title', 'body'].map((name) => textAt(asObject(part) ?? {}, name));
    const path = `details.parts[${number}].body`;
    if (title) builder.add('heading', title, `details.parts[${number}].title`);
    if (body) builder.addHtml('body', body, path);
    return { slug: slug ?? '', path };
  });
  return parts.filter(({ slug }) => leading.includes(slug)).map(({ path }) => path);
}

const maxCodes = 20;
const maxParts = 100;
const codePath = (number: number): string => `details.alert_status[${number}]`;

function levelsOf(details: JsonObject, document: Document, findings: Findings): StatedLevel[] {
  const codes = listAt(details, 'alert_status');
  if (codes === null) {
    findings.add(
      'warning',
      'gov-uk.level.missing',
      'There is no list of warnings, so the level is not known; look at the page.',
    );
    return [];
  }
  if (codes.length === 0)
    findings.add('info', 'gov-uk.level.none', 'The list of warnings is empty: it states no level.');
  return codes.slice(0, maxCodes).flatMap((code, number) => {
    const known = typeof code === 'string' && Object.hasOwn(levels, code.trim()) ? levels[code.trim()] : undefined;
    const level = known && fieldAt(document, codePath(number), known[0]);
    if (known && level) return [{ scope: known[1], level }];
    const words = typeof code === 'string' ? `“${code.slice(0, 80)}”` : 'That';
    const message = `${words} is no level this desk knows; it stays unrated. Look at the page.`;
    findings.add('warning', 'gov-uk.level.unknown', message, { path: codePath(number) });
    return [];
  });
}

/** Codes that are no level this desk knows. */
const unreadOf = (details: JsonObject, document: Document): Field<null>[] =>
  (listAt(details, 'alert_status') ?? []).slice(0, maxCodes).flatMap((code, number) => {
    const isKnown = typeof code === 'string' && Object.hasOwn(levels, code.trim());
    return isKnown ? [] : (fieldAt(document, codePath(number), null) ?? []);
  });

/** What a page says for people where a code says the same for machines. A code that no sentence says stands as a code. */
const inWords: readonly (readonly [code: RegExp, words: RegExp])[] = [
  [/^avoid_all_but_essential_travel_to_parts$/, /\bagainst all but essential travel\b/i],
  [/^avoid_all_travel_to_parts$/, /\bagainst all travel\b/i],
  [
    /^avoid_all_but_essential_travel_to_whole/,
    /\bagainst all but essential travel to (?!parts|areas|within|the following)/i,
  ],
  [/^avoid_all_travel_to_whole/, /\bagainst all travel to (?!parts|areas|within|the following)/i],
];

function inItsWords({ alert, advice }: AdvisedAlert, document: Document, lead: readonly Span[]): AdvisedAlert {
  const sentences = sentencesOf(document).filter(({ start, end }) =>
    lead.some((outer) => outer.start <= start && end <= outer.end),
  );
  const parts = advice.parts.map((part): AdvicePart => {
    const { words, level } = part;
    const said = words.text === level?.text ? inWords.find(([code]) => code.test(words.text))?.[1] : undefined;
    const sentence = said && sentences.find(({ start, end }) => said.test(document.text.slice(start, end)));
    return sentence ? { ...part, words: fieldOf(document.text, sentence, sentence.zone, null) } : part;
  });
  return { alert, advice: { ...advice, parts } };
}

/** When GOV.UK took the page back, as written; then its advice has ended. */
function withdrawnAt(page: JsonObject): string | null {
  const notice = objectAt(page, 'withdrawn_notice');
  return notice && lineAt(notice, 'withdrawn_at');
}

/** The page for people: the content API has the same path under another root. */
function pageOf(url: string | null, path: string | null): string | null {
  if (path === null || !/^\/[a-z0-9/-]{1,200}$/.test(path)) return url;
  return `${url !== null && URL.canParse(url) ? new URL(url).origin : 'https://www.gov.uk'}${path}`;
}
